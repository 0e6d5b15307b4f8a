package dev.siyu.artifacts;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A decision table that was read: the DMN engine that is inside Zeebe, called here in the app,
 * because thousands of questions must not cost thousands of engine commands. Safe for many threads.
 */
public final class Dmn {

  private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

  /** What a table said, or why it said nothing. */
  public sealed interface Answer {}

  /**
   * @param outputs by name, as text: numbers without exponent, {@code true} or {@code false}; an
   *     output that is null is not in it
   */
  public record Said(Map<String, String> outputs) implements Answer {

    /** Empty text for an output the table did not give. */
    public String text(String output) {
      return outputs.getOrDefault(output, "");
    }
  }

  public record Silent(String why) implements Answer {}

  /** The text is no decision table that we can read. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String why) {
      super(why);
    }
  }

  private final ParsedDmn table;
  private final String decision;

  private Dmn(ParsedDmn table, String decision) {
    this.table = table;
    this.decision = decision;
  }

  /**
   * @param decision the id of the decision in the table
   */
  public static Dmn read(String xml, String decision) throws Unreadable {
    var parsed = ENGINE.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    if (parsed.isLeft()) {
      throw new Unreadable(String.valueOf(parsed.swap().toOption().get().message()));
    }
    return new Dmn(parsed.toOption().get(), decision);
  }

  /**
   * @param facts by the names the table uses: texts, numbers, truth values
   */
  public Answer on(Map<String, Object> facts) {
    var answer = ENGINE.eval(table, decision, facts);
    if (answer.isLeft()) {
      return new Silent(String.valueOf(answer.swap().toOption().get().failure().message()));
    }
    return answer.toOption().get() instanceof DmnEngine.Result result
        ? said(result.value())
        : new Silent("no rule applies");
  }

  /** The engine answers with its own values when a value mapper is on the class path. */
  private static Answer said(Object value) {
    if (value instanceof ValContext context) {
      return said(context.context().variableProvider().getVariables());
    }
    if (!(value instanceof scala.collection.Map<?, ?> map)) {
      return new Silent("one answer with named outputs expected, found " + value);
    }
    var outputs = new HashMap<String, String>();
    CollectionConverters.asJava(map)
        .forEach(
            (name, output) -> {
              var text = text(output);
              if (text != null) {
                outputs.put(String.valueOf(name), text);
              }
            });
    return new Said(Map.copyOf(outputs));
  }

  private static @Nullable String text(@Nullable Object output) {
    if (output == null) {
      return null;
    }
    return switch (output) {
      case ValNull$ nothing -> null;
      case ValString text -> text.value();
      case ValNumber number -> number.value().bigDecimal().toPlainString();
      case ValBoolean truth -> String.valueOf(truth.value());
      default -> output.toString();
    };
  }
}
