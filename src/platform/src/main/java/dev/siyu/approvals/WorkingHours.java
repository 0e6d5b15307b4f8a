package dev.siyu.approvals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** When people work: weekdays, without holidays, with the weekend days worked instead. */
public interface WorkingHours {

  /** The moment when so much working time has passed. */
  Instant after(Instant start, Duration work);

  /** Whether people work on that day, by the calendar the company keeps. */
  default boolean isWorkingDay(LocalDate day) {
    return WorkingCalendar.isWeekday(day);
  }
}
