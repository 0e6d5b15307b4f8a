package dev.siyu.pauses;

import java.time.Instant;
import java.util.List;

/** Which journeys rest, since when and why. */
public interface JourneyPauses {

  /**
   * A journey that rests.
   *
   * @param reason in the words of the person who paused it
   */
  record Pause(String processId, Instant since, String by, String reason) {}

  /**
   * Whether a journey rests now. What another instance of the app changed is seen within {@code
   * siyu.pauses.known-for}.
   */
  boolean isPaused(String processId);

  List<Pause> all();

  /** Takes effect before the next job begins; false when it rests already. */
  boolean pause(String processId, String reason, String actor);

  /**
   * Jobs that were put back come again within {@code siyu.pauses.longest-rest}; false: no pause.
   */
  boolean resume(String processId, String actor);
}
