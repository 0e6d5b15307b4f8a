package dev.siyu.engine;

import java.time.Duration;
import java.util.List;

/**
 * How long a job rests while the other side is away, from try to try. Together they are the outage
 * that passes without a person.
 */
record OutagePauses(List<Duration> pauses) {

  /**
   * @param retries left before the try that failed; the first try of a drawing's step has one more
   *     than there are pauses
   * @param least what the other side asked for
   */
  Duration pause(int retries, Duration least) {
    int tried = Math.clamp(pauses.size() + 1L - retries, 0, pauses.size() - 1);
    Duration pause = pauses.get(tried);
    return pause.compareTo(least) > 0 ? pause : least;
  }
}
