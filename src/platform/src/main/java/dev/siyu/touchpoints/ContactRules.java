package dev.siyu.touchpoints;

import static dev.siyu.touchpoints.Medium.COUPON;
import static dev.siyu.touchpoints.Medium.MASS_SEND;
import static dev.siyu.touchpoints.Medium.TAG;
import static dev.siyu.touchpoints.Medium.WELCOME;

import dev.siyu.time.QuietHours;
import dev.siyu.touchpoints.ContactRule.Objection;
import dev.siyu.touchpoints.ContactRule.Question;
import dev.siyu.touchpoints.ContactRule.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All the rules a touch has to pass, to be read aloud. */
final class ContactRules {

  static final ContactRule CUSTOMER_IS_KNOWN =
      rule("customer-unknown", Set.of(Medium.values()), q -> never(!q.facts().known(), "没有这位客户"));

  static final ContactRule CONSENT_IS_GIVEN =
      rule(
          "consent",
          Set.of(WELCOME, MASS_SEND, COUPON),
          q -> never(!q.facts().consent(), "客户已要求不再打扰"));

  static final ContactRule RELATION_LASTS =
      rule(
          "left",
          Set.of(MASS_SEND, COUPON, TAG),
          q -> never(q.facts().relatedSince() == null, "已不是好友"));

  /** The add itself is the relation; only a later leave ends it. */
  static final ContactRule WELCOMED_CUSTOMER_IS_HERE =
      rule(
          "left",
          Set.of(WELCOME),
          q -> {
            var added = q.touch().answers();
            var left = q.facts().leftAt();
            return never(
                q.facts().relatedSince() == null
                    && added != null
                    && left != null
                    && left.isAfter(added),
                "添加后又删除了好友");
          });

  static final ContactRule WELCOME_WINDOW_IS_OPEN =
      rule(
          "welcome-late",
          Set.of(WELCOME),
          q -> {
            var added = q.touch().answers();
            var window = q.settings().welcomeWindow();
            return never(
                added == null || q.now().isAfter(added.plus(window)),
                "添加已超过 " + window.toSeconds() + " 秒，欢迎语已失效");
          });

  static final ContactRule PURCHASE_ENDS_NUDGES =
      rule(
          "paid-already",
          Set.of(Medium.values()),
          q -> {
            var since = q.touch().nudgesSince();
            var paid = q.facts().lastPaidAt();
            return never(since != null && paid != null && paid.isAfter(since), "客户已下单，不再催促");
          });

  static final ContactRule CONTENT_IS_APPROVED =
      rule(
          "content-missing",
          Set.of(WELCOME, MASS_SEND),
          q -> never(!q.facts().contentApproved(), "没有已审核的内容：" + q.touch().content()));

  static final ContactRule QUIET_HOURS_ARE_KEPT =
      rule(
          "quiet-hours",
          Set.of(MASS_SEND),
          q ->
              later(
                  outOfQuietHours(q, q.now()), q.now(), "客户所在时区（" + q.facts().zone() + "）的免打扰时段"));

  static final ContactRule DAILY_CAP_IS_KEPT =
      rule(
          "daily-cap",
          Set.of(MASS_SEND, COUPON),
          q -> {
            int cap =
                q.touch().medium() == COUPON
                    ? q.settings().couponsPerDay()
                    : q.settings().massSendsPerDay();
            return later(capped(q, cap, Duration.ofDays(1)), q.now(), "24 小时内最多 " + cap + " 次");
          });

  static final ContactRule WEEKLY_CAP_IS_KEPT =
      rule(
          "weekly-cap",
          Set.of(MASS_SEND, COUPON),
          q -> {
            int cap =
                q.touch().medium() == COUPON
                    ? q.settings().couponsPerWeek()
                    : q.settings().massSendsPerWeek();
            return later(capped(q, cap, Duration.ofDays(7)), q.now(), "7 天内最多 " + cap + " 次");
          });

  static final ContactRule WECOM_DAILY_QUOTA_IS_KEPT =
      rule(
          "wecom-daily-quota",
          Set.of(MASS_SEND),
          q -> {
            var today = q.now().atZone(q.companyZone()).toLocalDate();
            long made =
                q.facts().made().stream()
                    .filter(touch -> touch.medium() == MASS_SEND)
                    .filter(touch -> touch.staffUserId().equals(q.touch().staffUserId()))
                    .filter(t -> t.at().atZone(q.companyZone()).toLocalDate().equals(today))
                    .count();
            var tomorrow = today.plusDays(1).atStartOfDay(q.companyZone()).toInstant();
            return later(
                made < q.settings().memberPerDay() ? q.now() : tomorrow,
                q.now(),
                "企业微信：同一成员每天最多 " + q.settings().memberPerDay() + " 条");
          });

  static final ContactRule WECOM_MONTHLY_QUOTA_IS_KEPT =
      rule(
          "wecom-monthly-quota",
          Set.of(MASS_SEND),
          q -> {
            var month = YearMonth.from(q.now().atZone(q.companyZone()));
            int cap =
                q.settings().perMonth() == 0 ? month.lengthOfMonth() : q.settings().perMonth();
            long made =
                q.facts().madeBy(MASS_SEND).stream()
                    .filter(at -> YearMonth.from(at.atZone(q.companyZone())).equals(month))
                    .count();
            var next = month.plusMonths(1).atDay(1).atStartOfDay(q.companyZone()).toInstant();
            return later(made < cap ? q.now() : next, q.now(), "企业微信：每月最多 " + cap + " 条");
          });

  /** Planned ahead: who matters less leaves what is kept for others, while there is some left. */
  static final ContactRule QUOTA_IS_KEPT_FOR_MORE_IMPORTANT =
      rule(
          "quota-reserved",
          Set.of(MASS_SEND),
          q -> {
            var until = QuotaPlan.free(q);
            return later(until, q.now(), "剩余额度留给更重要的消息");
          });

  static final List<ContactRule> ALL =
      List.of(
          CUSTOMER_IS_KNOWN,
          CONSENT_IS_GIVEN,
          RELATION_LASTS,
          WELCOMED_CUSTOMER_IS_HERE,
          WELCOME_WINDOW_IS_OPEN,
          PURCHASE_ENDS_NUDGES,
          CONTENT_IS_APPROVED,
          QUIET_HOURS_ARE_KEPT,
          DAILY_CAP_IS_KEPT,
          WEEKLY_CAP_IS_KEPT,
          WECOM_DAILY_QUOTA_IS_KEPT,
          WECOM_MONTHLY_QUOTA_IS_KEPT,
          QUOTA_IS_KEPT_FOR_MORE_IMPORTANT);

  private ContactRules() {}

  /**
   * Asks every rule. A final refusal wins; else the one that lasts longest, moved out of the quiet
   * hours, so that the step waits once and not once per rule.
   */
  static Optional<Refusal> refusal(Question question) {
    var refusals = ALL.stream().flatMap(rule -> rule.apply(question).stream()).toList();
    return refusals.stream()
        .filter(refusal -> refusal.notBefore() == null)
        .findFirst()
        .or(() -> longest(refusals).map(refusal -> awake(refusal, question)));
  }

  private static Optional<Refusal> longest(List<Refusal> refusals) {
    return refusals.stream()
        .max(
            Comparator.comparing(
                refusal -> Optional.ofNullable(refusal.notBefore()).orElseThrow()));
  }

  private static Refusal awake(Refusal refusal, Question q) {
    var until = refusal.notBefore();
    return until == null || !QUIET_HOURS_ARE_KEPT.media().contains(q.touch().medium())
        ? refusal
        : new Refusal(refusal.rule(), refusal.reason(), outOfQuietHours(q, until));
  }

  private static Instant outOfQuietHours(Question q, Instant at) {
    return afterQuietHours(
        at, q.facts().zone(), q.settings().quietFrom(), q.settings().quietUntil());
  }

  /** {@code at} itself when it is not quiet then, else the end of the quiet hours. */
  static Instant afterQuietHours(Instant at, ZoneId zone, LocalTime from, LocalTime until) {
    return new QuietHours(from, until).after(at, zone);
  }

  private static Instant capped(Question q, int cap, Duration window) {
    return freeAgain(q.facts().madeBy(q.touch().medium()), cap, window, q.now());
  }

  /** When fewer than {@code cap} of {@code made} (oldest first) lie within the window. */
  static Instant freeAgain(List<Instant> made, int cap, Duration window, Instant now) {
    var recent = made.stream().filter(at -> at.plus(window).isAfter(now)).toList();
    return recent.size() < cap ? now : recent.get(recent.size() - cap).plus(window);
  }

  private static ContactRule rule(String name, Set<Medium> media, ContactRule.Check check) {
    return new ContactRule(name, media, check);
  }

  private static Optional<Objection> never(boolean objects, String reason) {
    return objects ? Optional.of(new Objection(reason, null)) : Optional.empty();
  }

  private static Optional<Objection> later(Instant until, Instant now, String reason) {
    return until.isAfter(now) ? Optional.of(new Objection(reason, until)) : Optional.empty();
  }
}
