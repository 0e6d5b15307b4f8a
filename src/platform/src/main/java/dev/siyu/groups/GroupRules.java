package dev.siyu.groups;

import dev.siyu.time.QuietHours;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All the rules a message to a group has to pass, to be read aloud. */
final class GroupRules {

  /**
   * What a rule is asked.
   *
   * @param open whether the group is not dismissed
   * @param approved whether the content is approved
   * @param made when messages to the group were made this month and last day, oldest first
   */
  record Question(
      boolean open,
      boolean approved,
      String content,
      List<Instant> made,
      Instant now,
      ZoneId zone,
      GroupSettings settings) {}

  /** {@code notBefore} null: not at all. */
  record Refusal(String rule, String reason, @Nullable Instant notBefore) {}

  @FunctionalInterface
  interface Rule {
    Optional<Refusal> ask(Question question);
  }

  static final Rule GROUP_IS_OPEN = q -> never(!q.open(), "group-dismissed", "群已解散");

  static final Rule CONTENT_IS_APPROVED =
      q -> never(!q.approved(), "content-missing", "没有已审核的内容：" + q.content());

  static final Rule QUIET_HOURS_ARE_KEPT = q -> later(q, awake(q, q.now()), "quiet-hours", "免打扰时段");

  static final Rule DAILY_CAP_IS_KEPT =
      q -> {
        var today = q.now().atZone(q.zone()).toLocalDate();
        long made =
            q.made().stream().filter(at -> at.atZone(q.zone()).toLocalDate().equals(today)).count();
        var tomorrow = today.plusDays(1).atStartOfDay(q.zone()).toInstant();
        int cap = q.settings().perDay();
        return later(
            q, made < cap ? q.now() : tomorrow, "group-daily-cap", "同一个群每天最多 " + cap + " 条");
      };

  static final Rule WECOM_MONTHLY_QUOTA_IS_KEPT =
      q -> {
        var month = YearMonth.from(q.now().atZone(q.zone()));
        int own = q.settings().perMonth();
        int cap = own == 0 ? month.lengthOfMonth() : own;
        long made =
            q.made().stream()
                .filter(at -> YearMonth.from(at.atZone(q.zone())).equals(month))
                .count();
        var next = month.plusMonths(1).atDay(1).atStartOfDay(q.zone()).toInstant();
        return later(
            q,
            made < cap ? q.now() : next,
            "wecom-group-monthly-quota",
            "企业微信：每群每月最多 " + cap + " 条");
      };

  static final List<Rule> ALL =
      List.of(
          GROUP_IS_OPEN,
          CONTENT_IS_APPROVED,
          QUIET_HOURS_ARE_KEPT,
          DAILY_CAP_IS_KEPT,
          WECOM_MONTHLY_QUOTA_IS_KEPT);

  /** A final refusal wins; else the one that lasts longest, moved out of the quiet hours. */
  static Optional<Refusal> refusal(Question question) {
    var refusals = ALL.stream().flatMap(rule -> rule.ask(question).stream()).toList();
    return refusals.stream()
        .filter(refusal -> refusal.notBefore() == null)
        .findFirst()
        .or(
            () ->
                refusals.stream()
                    .max(Comparator.comparing(GroupRules::until))
                    .map(
                        one -> new Refusal(one.rule(), one.reason(), awake(question, until(one)))));
  }

  private static Instant until(Refusal refusal) {
    return Optional.ofNullable(refusal.notBefore()).orElseThrow();
  }

  private static Instant awake(Question q, Instant at) {
    return new QuietHours(q.settings().quietFrom(), q.settings().quietUntil()).after(at, q.zone());
  }

  private static Optional<Refusal> never(boolean objects, String rule, String reason) {
    return objects ? Optional.of(new Refusal(rule, reason, null)) : Optional.empty();
  }

  private static Optional<Refusal> later(Question q, Instant until, String rule, String reason) {
    return until.isAfter(q.now())
        ? Optional.of(new Refusal(rule, reason, until))
        : Optional.empty();
  }

  private GroupRules() {}
}
