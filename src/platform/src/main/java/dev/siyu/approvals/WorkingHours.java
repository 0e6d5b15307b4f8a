package dev.siyu.approvals;

import java.time.Duration;
import java.time.Instant;

/** When people work: weekdays, without holidays, with the weekend days worked instead. */
public interface WorkingHours {

  /** The moment when so much working time has passed. */
  Instant after(Instant start, Duration work);
}
