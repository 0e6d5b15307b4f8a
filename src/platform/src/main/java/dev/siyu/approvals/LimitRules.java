package dev.siyu.approvals;

import dev.siyu.artifacts.DecisionTable;
import dev.siyu.artifacts.Dmn.Unreadable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a table of limits must fulfil before it says who decides. */
final class LimitRules {

  /** What people must have decided, whatever the table says. */
  private static final Set<ApprovalKind> NEVER_BY_RULE =
      Set.of(
          ApprovalKind.AGREEMENT,
          ApprovalKind.SETTLEMENT,
          ApprovalKind.CORRECTION,
          ApprovalKind.DISPUTE,
          ApprovalKind.READINESS);

  private static final long[] CENTS = {0, 50_000, 99_999, 1_000_000, 100_000_000};
  private static final long[] PEOPLE = {0, 1, 500, 10_000, 1_000_000};

  private LimitRules() {}

  /** What is wrong with the table in words; null when it answers every question we can think of. */
  static @Nullable String objection(String xml) {
    try {
      var objections = DecisionTable.objections(xml);
      if (!objections.isEmpty()) {
        var first = objections.getFirst();
        return first.message() + " / " + first.messageEn();
      }
      var decision = LimitsDecision.read(0, xml);
      for (var kind : ApprovalKind.values()) {
        for (long cents : CENTS) {
          for (long people : PEOPLE) {
            var objection = objection(decision, kind, cents, people);
            if (objection != null) {
              return objection;
            }
          }
        }
      }
      return null;
    } catch (Unreadable e) {
      return "不是可读的 DMN 文件 / not a DMN table: " + e.getMessage();
    }
  }

  private static @Nullable String objection(
      LimitsDecision decision, ApprovalKind kind, long cents, long people) {
    var what = "%s, %d 元, %d 人".formatted(kind, cents / 100, people);
    try {
      var limit = decision.on(kind, cents, people);
      return limit.who() == Limit.Who.SYSTEM && NEVER_BY_RULE.contains(kind)
          ? "必须由人决定 / people must decide on " + what
          : null;
    } catch (Unreadable e) {
      return "没有答案 / no answer for " + what + ": " + e.getMessage();
    }
  }
}
