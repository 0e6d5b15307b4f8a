package dev.siyu.approvals;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;

/**
 * A table of limits in force, evaluated in the app so that the reason is stored with the request.
 */
final class LimitsDecision {

  /** The id of the decision in the table. */
  static final String ID = "limits";

  /** The text is no decision table that we can read, or it has no answer. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }

  private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

  private final int version;
  private final ParsedDmn table;

  private LimitsDecision(int version, ParsedDmn table) {
    this.version = version;
    this.table = table;
  }

  static LimitsDecision read(int version, String xml) throws Unreadable {
    var parsed = ENGINE.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    if (parsed.isLeft()) {
      throw new Unreadable(String.valueOf(parsed.swap().toOption().get().message()));
    }
    return new LimitsDecision(version, parsed.toOption().get());
  }

  int version() {
    return version;
  }

  Limit on(ApprovalKind kind, @Nullable Long amountCents, @Nullable Long audience)
      throws Unreadable {
    var variables = new HashMap<String, Object>();
    variables.put("kind", kind.name());
    variables.put("amount", BigDecimal.valueOf(amountCents == null ? 0 : amountCents, 2));
    variables.put("audience", audience == null ? 0L : audience);
    var answer = ENGINE.eval(table, ID, variables);
    if (answer.isLeft()) {
      throw new Unreadable(answer.swap().toOption().get().failure().message());
    }
    if (answer.toOption().get() instanceof DmnEngine.Result result) {
      return limit(result.value());
    }
    throw new Unreadable("no rule applies");
  }

  /** The engine answers with its own values when a value mapper is on the class path. */
  private static Limit limit(Object value) throws Unreadable {
    if (value instanceof ValContext context) {
      return limit(context.context().variableProvider().getVariables());
    }
    if (!(value instanceof scala.collection.Map<?, ?> map)) {
      throw new Unreadable("one answer with who, hours, second and reason expected: " + value);
    }
    var who = who(text(map, "who"));
    var hours = new BigDecimal(number(text(map, "hours")));
    boolean known = hours.signum() > 0 && hours.intValue() <= Limit.LONGEST_HOURS;
    var reason = text(map, "reason");
    if (!known || reason.isBlank()) {
      throw new Unreadable(
          "hours: %s, reason: '%s' (expected: 1 to %d hours and a reason)"
              .formatted(hours, reason, Limit.LONGEST_HOURS));
    }
    return new Limit(who, hours.intValue(), text(map, "second").equals("true"), reason);
  }

  private static Limit.Who who(String text) throws Unreadable {
    for (var who : Limit.Who.values()) {
      if (who.name().equals(text)) {
        return who;
      }
    }
    throw new Unreadable(
        "who: %s (expected: SYSTEM, DEPARTMENT_MANAGER, ALL_DEPARTMENTS or BOSS)".formatted(text));
  }

  private static String number(String text) throws Unreadable {
    if (!text.matches("[0-9]{1,4}(\\.[0-9]+)?")) {
      throw new Unreadable("hours: %s (expected: a number)".formatted(text));
    }
    return text;
  }

  private static String text(scala.collection.Map<?, ?> map, String name) {
    @SuppressWarnings("unchecked")
    var found = ((scala.collection.Map<String, Object>) map).get(name);
    if (found.isEmpty() || found.get() == null) {
      return "";
    }
    return switch (found.get()) {
      case ValString text -> text.value();
      case ValNumber number -> number.value().bigDecimal().toPlainString();
      case ValBoolean truth -> String.valueOf(truth.value());
      default -> found.get().toString();
    };
  }
}
