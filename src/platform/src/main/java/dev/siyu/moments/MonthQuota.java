package dev.siyu.moments;

import dev.siyu.accounts.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.springframework.stereotype.Component;

/** How many moments this calendar month has seen, in the company's zone. */
@Component
class MonthQuota {

  private static final Duration LONGEST_MONTH = Duration.ofDays(31);

  private final PlanTable plans;
  private final Accounts accounts;

  MonthQuota(PlanTable plans, Accounts accounts) {
    this.plans = plans;
    this.accounts = accounts;
  }

  int created(Instant now) {
    var month = month(now);
    return (int)
        plans.createdSince(now.minus(LONGEST_MONTH)).stream()
            .filter(at -> month(at).equals(month))
            .count();
  }

  /** The first moment of the next month. */
  Instant next(Instant now) {
    return month(now).plusMonths(1).atDay(1).atStartOfDay(accounts.zone()).toInstant();
  }

  private YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(accounts.zone()));
  }
}
