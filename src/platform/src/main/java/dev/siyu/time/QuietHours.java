package dev.siyu.time;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A part of the day in which nobody is disturbed, also over midnight.
 *
 * @param from first quiet moment; equal to {@code until} means none
 * @param until first moment after it
 */
public record QuietHours(LocalTime from, LocalTime until) {

  /** {@code at} itself when it is not quiet then, else the end of the quiet hours. */
  public Instant after(Instant at, ZoneId zone) {
    var local = at.atZone(zone);
    var time = local.toLocalTime();
    boolean overMidnight = from.isAfter(until);
    boolean afterFrom = !time.isBefore(from);
    boolean beforeUntil = time.isBefore(until);
    boolean quiet = overMidnight ? afterFrom || beforeUntil : afterFrom && beforeUntil;
    if (!quiet) {
      return at;
    }
    var day = beforeUntil ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    return day.atTime(until).atZone(zone).toInstant();
  }
}
