package dev.siyu.layers;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;

/**
 * A decision table in force: the DMN engine that is inside Zeebe, called here in the app, because
 * thousands of customers must not cost thousands of engine commands. Safe for many threads.
 */
final class Decision {

  /** The id of the decision in the table. */
  static final String ID = "layer";

  /** What the table said, or why it said nothing. */
  sealed interface Verdict {}

  record Decided(Layer layer, String reason) implements Verdict {}

  record Undecided(String why) implements Verdict {}

  /** The text is no decision table that we can read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }

  private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

  private final int version;
  private final ParsedDmn table;

  private Decision(int version, ParsedDmn table) {
    this.version = version;
    this.table = table;
  }

  static Decision read(int version, String xml) throws Unreadable {
    var parsed = ENGINE.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    if (parsed.isLeft()) {
      throw new Unreadable(String.valueOf(parsed.swap().toOption().get().message()));
    }
    return new Decision(version, parsed.toOption().get());
  }

  int version() {
    return version;
  }

  Verdict on(LayerFacts facts) {
    var answer = ENGINE.eval(table, ID, variables(facts));
    if (answer.isLeft()) {
      return new Undecided(answer.swap().toOption().get().failure().message());
    }
    return answer.toOption().get() instanceof DmnEngine.Result result
        ? verdict(result.value())
        : new Undecided("no rule applies");
  }

  /** The engine answers with its own values when a value mapper is on the class path. */
  private static Verdict verdict(Object value) {
    if (value instanceof ValContext context) {
      return verdict(context.context().variableProvider().getVariables());
    }
    if (!(value instanceof scala.collection.Map<?, ?> map)) {
      return new Undecided("one answer with layer and reason expected, found " + value);
    }
    var layer = text(map, "layer");
    var reason = text(map, "reason");
    for (var known : Layer.values()) {
      if (known.name().equals(layer) && reason != null && !reason.isBlank()) {
        return new Decided(known, reason);
      }
    }
    return new Undecided(
        "layer: "
            + layer
            + ", reason: "
            + reason
            + " (expected: both, layer CORE, INFLUENCE or OUTER)");
  }

  private static @Nullable String text(scala.collection.Map<?, ?> map, String name) {
    @SuppressWarnings("unchecked")
    var found = ((scala.collection.Map<String, Object>) map).get(name);
    if (found.isEmpty() || found.get() == null) {
      return null;
    }
    return found.get() instanceof ValString text ? text.value() : found.get().toString();
  }

  /** The names a table may use; money in whole units with two decimals. */
  private static Map<String, Object> variables(LayerFacts facts) {
    var variables = new HashMap<String, Object>();
    variables.put("netYear", BigDecimal.valueOf(facts.netYearCents(), 2));
    variables.put("netEver", BigDecimal.valueOf(facts.netEverCents(), 2));
    variables.put("ordersYear", facts.ordersYear());
    variables.put("activeMonths", facts.activeMonths());
    variables.put("silentMonths", facts.silentMonths());
    return variables;
  }
}
