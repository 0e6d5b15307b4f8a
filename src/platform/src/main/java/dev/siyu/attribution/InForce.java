package dev.siyu.attribution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which agreement holds for an order: the one in force on the day of its payment, the mall's own
 * before the one for all malls.
 */
record InForce(List<Period> periods, ZoneId zone) {

  /**
   * @param until first day it no longer holds; null: open
   */
  record Period(Agreement agreement, LocalDate from, @Nullable LocalDate until) {

    private boolean holds(String scope, LocalDate day) {
      return agreement.terms().scope().equals(scope)
          && !day.isBefore(from)
          && (until == null || day.isBefore(until));
    }
  }

  Optional<Agreement> at(String mall, Instant paidAt) {
    var day = paidAt.atZone(zone).toLocalDate();
    return at(mall, day).or(() -> at(Terms.EVERY_MALL, day));
  }

  private Optional<Agreement> at(String scope, LocalDate day) {
    return periods.stream()
        .filter(period -> period.holds(scope, day))
        .findFirst()
        .map(Period::agreement);
  }
}
