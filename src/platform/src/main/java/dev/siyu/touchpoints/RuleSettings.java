package dev.siyu.touchpoints;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often and when customers may be contacted.
 *
 * @param quietFrom start of the quiet hours in the customer's zone; equal to quietUntil means none
 * @param massSendsPerDay over all journeys within 24 h, 1..20
 * @param massSendsPerWeek over all journeys within 7 days, 1..100
 * @param couponsPerDay over all journeys within 24 h, 1..20
 * @param couponsPerWeek over all journeys within 7 days, 1..100
 * @param memberPerDay mass sends of one staff member to one customer per calendar day, 1..10
 *     (WeCom: 1, doc 96997)
 * @param perMonth mass sends to one customer per calendar month, 0..31; 0 means as many as the
 *     month has days (WeCom, doc 92135)
 * @param welcomeWindow how long a welcome code lives, 1..20 s (WeCom: 20 s, doc 92599)
 * @param callTimeout when a claim without recorded end becomes UNKNOWN, 10 s..10 min; longer than
 *     the slowest call
 * @param weekReserve of massSendsPerWeek; at least one stays for minor touches
 * @param monthReserve of the monthly quota; at least one stays for minor touches
 */
@ConfigurationProperties("siyu.rules")
record RuleSettings(
    @DefaultValue("21:00") LocalTime quietFrom,
    @DefaultValue("09:00") LocalTime quietUntil,
    @DefaultValue("1") int massSendsPerDay,
    @DefaultValue("3") int massSendsPerWeek,
    @DefaultValue("2") int couponsPerDay,
    @DefaultValue("4") int couponsPerWeek,
    @DefaultValue("1") int memberPerDay,
    @DefaultValue("0") int perMonth,
    @DefaultValue("PT20S") Duration welcomeWindow,
    @DefaultValue("PT1M") Duration callTimeout,
    @DefaultValue QuotaReserve weekReserve,
    @DefaultValue QuotaReserve monthReserve) {

  RuleSettings {
    Bounds.between("siyu.rules.mass-sends-per-day", massSendsPerDay, 1, 20);
    Bounds.between("siyu.rules.mass-sends-per-week", massSendsPerWeek, 1, 100);
    Bounds.between("siyu.rules.coupons-per-day", couponsPerDay, 1, 20);
    Bounds.between("siyu.rules.coupons-per-week", couponsPerWeek, 1, 100);
    Bounds.between("siyu.rules.member-per-day", memberPerDay, 1, 10);
    Bounds.between("siyu.rules.per-month", perMonth, 0, 31);
    Bounds.between(
        "siyu.rules.welcome-window", welcomeWindow, Duration.ofSeconds(1), Duration.ofSeconds(20));
    within("week-reserve", weekReserve, massSendsPerWeek);
    within("month-reserve", monthReserve, perMonth == 0 ? SHORTEST_MONTH : perMonth);
    Bounds.between(
        "siyu.rules.call-timeout", callTimeout, Duration.ofSeconds(10), Duration.ofMinutes(10));
  }

  private static final int SHORTEST_MONTH = 28;

  private static void within(String name, QuotaReserve reserve, int quota) {
    if (reserve.before(Priority.MINOR) >= quota) {
      throw new IllegalArgumentException(
          "siyu.rules."
              + name
              + ": "
              + reserve.before(Priority.MINOR)
              + " (expected: < quota = "
              + quota
              + ")");
    }
  }
}
