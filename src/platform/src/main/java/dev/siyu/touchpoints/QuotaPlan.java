package dev.siyu.touchpoints;

import dev.siyu.touchpoints.ContactRule.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;

/** Plans the weekly and monthly quota of mass sends to one customer by priority; pure functions. */
final class QuotaPlan {

  private static final Duration WEEK = Duration.ofDays(7);

  private QuotaPlan() {}

  /** When the touch may use the quotas as far as its priority lets it; now when it may already. */
  static Instant free(Question q) {
    var week = week(q);
    var month = month(q);
    return week.isAfter(month) ? week : month;
  }

  private static Instant week(Question q) {
    int reserve = q.settings().weekReserve().before(q.touch().priority());
    int mine = q.settings().massSendsPerWeek() - reserve;
    return reserve == 0
        ? q.now() // the weekly cap itself has its own rule
        : ContactRules.freeAgain(q.facts().madeBy(Medium.MASS_SEND), mine, WEEK, q.now());
  }

  private static Instant month(Question q) {
    int reserve = q.settings().monthReserve().before(q.touch().priority());
    var month = YearMonth.from(q.now().atZone(q.companyZone()));
    int quota = q.settings().perMonth() == 0 ? month.lengthOfMonth() : q.settings().perMonth();
    long made =
        q.facts().madeBy(Medium.MASS_SEND).stream()
            .filter(at -> YearMonth.from(at.atZone(q.companyZone())).equals(month))
            .count();
    return reserve == 0 || made < quota - reserve
        ? q.now()
        : month.plusMonths(1).atDay(1).atStartOfDay(q.companyZone()).toInstant();
  }
}
