package dev.siyu.approvals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * The hours in which people work.
 *
 * @param from begin of a working day
 * @param until its end, later than {@code from}
 */
record WorkingTime(LocalTime from, LocalTime until, ZoneId zone, Predicate<LocalDate> works) {

  private static final int LONGEST_DAYS = 1_000;

  /** The moment when so much working time has passed. */
  Instant after(Instant start, Duration work) {
    var left = work;
    var at = start.atZone(zone);
    var day = at.toLocalDate();
    var begin = later(at.toLocalTime(), from);
    for (int n = 0; n < LONGEST_DAYS; n++) {
      if (works.test(day) && begin.isBefore(until)) {
        var today = Duration.between(begin, until);
        if (left.compareTo(today) <= 0) {
          return day.atTime(begin).atZone(zone).toInstant().plus(left);
        }
        left = left.minus(today);
      }
      day = day.plusDays(1);
      begin = from;
    }
    throw new IllegalStateException("no working time within " + LONGEST_DAYS + " days of " + start);
  }

  private static LocalTime later(LocalTime a, LocalTime b) {
    return a.isAfter(b) ? a : b;
  }
}
