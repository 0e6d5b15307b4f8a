package dev.siyu.accounts;

import dev.siyu.accounts.Health.Level;
import dev.siyu.accounts.Health.Reason;
import java.util.List;
import java.util.Optional;

/** What makes an account healthy or not: one function a rule, all in one list. */
final class HealthRules {

  /** What the rules look at; the week is today and the six days before. */
  record Facts(
      long ageDays,
      long addsToday,
      long limitToday,
      long addsInWeek,
      long lostInWeek,
      long complaintsInWeek,
      long daysSinceBan) {

    static final long NEVER_BANNED = Long.MAX_VALUE;
  }

  @FunctionalInterface
  interface Rule {
    Optional<Reason> look(Facts facts, AccountSettings settings);
  }

  static final List<Rule> ALL =
      List.of(
          HealthRules::warmsUp,
          HealthRules::nearsItsLimit,
          HealthRules::isComplainedAbout,
          HealthRules::losesCustomers,
          HealthRules::wasBanned);

  static Health of(Facts facts, AccountSettings settings) {
    var reasons = ALL.stream().flatMap(rule -> rule.look(facts, settings).stream()).toList();
    var worst = reasons.stream().map(Reason::level).max(Level::compareTo).orElse(Level.GOOD);
    return new Health(worst, reasons);
  }

  static Optional<Reason> warmsUp(Facts facts, AccountSettings settings) {
    return facts.ageDays() < settings.warmDays()
        ? found("warming-up", Level.GOOD, facts.ageDays(), settings.warmDays())
        : Optional.empty();
  }

  static Optional<Reason> nearsItsLimit(Facts facts, AccountSettings settings) {
    long near = Math.ceilDiv(facts.limitToday() * settings.nearLimitPercent(), 100);
    return facts.addsToday() >= Math.max(1, near)
        ? found("near-limit", Level.CAREFUL, facts.addsToday(), facts.limitToday())
        : Optional.empty();
  }

  static Optional<Reason> isComplainedAbout(Facts facts, AccountSettings settings) {
    long complaints = facts.complaintsInWeek();
    if (complaints >= settings.complaintsBad()) {
      return found("complaints", Level.BAD, complaints, settings.complaintsBad());
    }
    return complaints >= settings.complaintsCareful()
        ? found("complaints", Level.CAREFUL, complaints, settings.complaintsCareful())
        : Optional.empty();
  }

  /** Customers who delete the account soon tell WeCom that it molests them. */
  static Optional<Reason> losesCustomers(Facts facts, AccountSettings settings) {
    if (facts.addsInWeek() < settings.lossLeastAdds()) {
      return Optional.empty();
    }
    long percent = facts.lostInWeek() * 100 / facts.addsInWeek();
    if (percent >= settings.lossBadPercent()) {
      return found("losses", Level.BAD, percent, settings.lossBadPercent());
    }
    return percent >= settings.lossCarefulPercent()
        ? found("losses", Level.CAREFUL, percent, settings.lossCarefulPercent())
        : Optional.empty();
  }

  static Optional<Reason> wasBanned(Facts facts, AccountSettings settings) {
    return facts.daysSinceBan() < settings.banMemoryDays()
        ? found("banned-lately", Level.CAREFUL, facts.daysSinceBan(), settings.banMemoryDays())
        : Optional.empty();
  }

  private static Optional<Reason> found(String rule, Level level, long figure, long limit) {
    return Optional.of(new Reason(rule, level, figure, limit));
  }

  private HealthRules() {}
}
