package dev.siyu;

import dev.siyu.approvals.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;

/** People who never sleep. */
public final class AlwaysAtWork implements WorkingHours {

  @Override
  public Instant after(Instant start, Duration work) {
    return start.plus(work);
  }

  @Override
  public Predicate<LocalDate> workingDays(LocalDate from) {
    return day -> true;
  }
}
