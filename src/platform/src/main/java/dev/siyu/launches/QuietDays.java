package dev.siyu.launches;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Days on which nothing takes effect and nobody is added. */
final class QuietDays {

  static boolean isQuiet(List<LocalDate> days, Instant at, ZoneId zone) {
    return days.contains(LocalDate.ofInstant(at, zone));
  }

  /** The first moment from then on that is on no quiet day. */
  static Instant after(List<LocalDate> days, Instant from, ZoneId zone) {
    var day = LocalDate.ofInstant(from, zone);
    var first = day;
    while (days.contains(first)) {
      first = first.plusDays(1);
    }
    return first.equals(day) ? from : first.atStartOfDay(zone).toInstant();
  }

  private QuietDays() {}
}
