package dev.siyu.history;

import java.time.Instant;
import java.util.Optional;

/** When the engine has something to do, as far as the exporter has written it. */
public interface EngineMoments {

  /**
   * The earliest moment at which a waiting timer or the back-off of a job falls due (may lie in the
   * past when the engine is late); empty when the engine waits for nothing by time.
   */
  Optional<Instant> nextDue();

  /**
   * True when a timer due at or before {@code now} still waits, or a job may be taken by a worker
   * now: it is neither in back-off nor stopped by an incident. User tasks are not work.
   */
  boolean hasWork(Instant now);
}
