package dev.siyu.readiness;

import java.time.Instant;

/** The steps of the journey readiness-check; each may be repeated. {@code key}: e.g. r3. */
public interface ReadinessWork {

  /** Gives every owner of a section a staff task. */
  void openTasks(String key, Instant now);

  /** Notes a reminder and tells the owners; answers how often so far. */
  int remind(String key, Instant now);

  /** Works the conclusion out: GO, CONDITIONS or STOP. */
  State assess(String key, Instant now);

  /** Asks the departments and the boss. */
  void askSignOff(String key, Instant now);

  /** Ends it: NOT_FILLED or EXPIRED. */
  void close(String key, State how, Instant now);

  /** Opens the next version, unless one is open; answers the version that is open then. */
  int recheck(String key, Instant now);
}
