package dev.siyu.approvals;

import dev.siyu.artifacts.Dmn;
import dev.siyu.artifacts.Dmn.Unreadable;
import java.math.BigDecimal;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * A table of limits in force, evaluated in the app so that the reason is stored with the request.
 */
final class LimitsDecision {

  /** The id of the decision in the table. */
  static final String ID = "limits";

  private final int version;
  private final Dmn table;

  private LimitsDecision(int version, Dmn table) {
    this.version = version;
    this.table = table;
  }

  static LimitsDecision read(int version, String xml) throws Unreadable {
    return new LimitsDecision(version, Dmn.read(xml, ID));
  }

  int version() {
    return version;
  }

  /**
   * @throws Unreadable when the table has no answer that we understand
   */
  Limit on(ApprovalKind kind, @Nullable Long amountCents, @Nullable Long audience)
      throws Unreadable {
    var variables = new HashMap<String, Object>();
    variables.put("kind", kind.name());
    variables.put("amount", BigDecimal.valueOf(amountCents == null ? 0 : amountCents, 2));
    variables.put("audience", audience == null ? 0L : audience);
    return switch (table.on(variables)) {
      case Dmn.Silent silent -> throw new Unreadable(silent.why());
      case Dmn.Said said -> limit(said);
    };
  }

  private static Limit limit(Dmn.Said said) throws Unreadable {
    var who = who(said.text("who"));
    var hours = new BigDecimal(number(said.text("hours")));
    boolean known = hours.signum() > 0 && hours.intValue() <= Limit.LONGEST_HOURS;
    var reason = said.text("reason");
    if (!known || reason.isBlank()) {
      throw new Unreadable(
          "hours: %s, reason: '%s' (expected: 1 to %d hours and a reason)"
              .formatted(hours, reason, Limit.LONGEST_HOURS));
    }
    return new Limit(who, hours.intValue(), said.text("second").equals("true"), reason);
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
}
