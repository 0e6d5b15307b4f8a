package dev.siyu.touchpoints;

import dev.siyu.customers.CustomerId;
import dev.siyu.touchpoints.ContactRule.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Counts with the same functions that decide about each touch. */
@Component
class LedgerQuotas implements Quotas {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /** The rules that count; the others have reasons of their own. */
  private static final List<ContactRule> COUNTING =
      List.of(
          ContactRules.DAILY_CAP_IS_KEPT,
          ContactRules.WEEKLY_CAP_IS_KEPT,
          ContactRules.WECOM_MONTHLY_QUOTA_IS_KEPT,
          ContactRules.QUOTA_IS_KEPT_FOR_MORE_IMPORTANT);

  private final LedgerFacts facts;
  private final MemberQuotas members;
  private final RuleSettings settings;
  private final ZoneId companyZone;
  private final Clock clock;

  LedgerQuotas(
      LedgerFacts facts,
      MemberQuotas members,
      RuleSettings settings,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId companyZone,
      Clock clock) {
    this.facts = facts;
    this.members = members;
    this.settings = settings;
    this.companyZone = companyZone;
    this.clock = clock;
  }

  @Override
  public OfCustomer of(CustomerId customer) {
    var now = clock.instant();
    var known = facts.of(List.of(touch(customer, Priority.NORMAL)), now).getFirst().facts();
    var made = known.madeBy(Medium.MASS_SEND);
    var mayGo = new EnumMap<Priority, Instant>(Priority.class);
    for (var priority : Priority.values()) {
      mayGo.put(
          priority,
          free(new Question(touch(customer, priority), known, settings, companyZone, now)));
    }
    return new OfCustomer(List.of(day(made, now), week(made, now), month(made, now)), mayGo);
  }

  private static Instant free(Question question) {
    return COUNTING.stream()
        .flatMap(rule -> rule.apply(question).stream())
        .map(refusal -> refusal.notBefore() == null ? question.now() : refusal.notBefore())
        .max(Instant::compareTo)
        .orElse(question.now());
  }

  private Quota day(List<Instant> made, Instant now) {
    int most = settings.massSendsPerDay();
    return new Quota(
        Span.DAY, most, within(made, DAY, now), 0, 0, ContactRules.freeAgain(made, most, DAY, now));
  }

  private Quota week(List<Instant> made, Instant now) {
    int most = settings.massSendsPerWeek();
    return new Quota(
        Span.WEEK,
        most,
        within(made, WEEK, now),
        settings.weekReserve().important(),
        settings.weekReserve().normal(),
        ContactRules.freeAgain(made, most, WEEK, now));
  }

  private Quota month(List<Instant> made, Instant now) {
    var month = YearMonth.from(now.atZone(companyZone));
    int most = settings.perMonth() == 0 ? month.lengthOfMonth() : settings.perMonth();
    int used =
        (int)
            made.stream()
                .filter(at -> YearMonth.from(at.atZone(companyZone)).equals(month))
                .count();
    var next = month.plusMonths(1).atDay(1).atStartOfDay(companyZone).toInstant();
    return new Quota(
        Span.MONTH,
        most,
        used,
        settings.monthReserve().important(),
        settings.monthReserve().normal(),
        used < most ? now : next);
  }

  private static int within(List<Instant> made, Duration window, Instant now) {
    return (int) made.stream().filter(at -> at.plus(window).isAfter(now)).count();
  }

  private static Touch touch(CustomerId customer, Priority priority) {
    var key = new TouchKey(customer, "quota", "page", "now");
    return new Touch(key, Medium.MASS_SEND, "", null, null, 0, null, priority);
  }

  @Override
  public List<OfMember> members() {
    return members.all(clock.instant());
  }
}
