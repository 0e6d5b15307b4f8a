package dev.siyu.engine;

import java.time.Duration;
import java.util.Map;

/** Every way a job can end. */
public sealed interface JobOutcome {

  /**
   * Completes the job. The runner adds the variable {@code at}, the moment of completion by our
   * clock, on which the drawing's due dates are based (absolute, so a restart moves none of them).
   */
  record Done(Map<String, Object> variables) implements JobOutcome {}

  /** Tried in vain but harmless: again after {@code after}, as long as retries are left. */
  record Again(String code, String reason, Duration after) implements JobOutcome {}

  /**
   * The other side is away or asks to wait: again after a pause that grows from try to try and is
   * at least {@code after}, so that an outage of an hour ({@code siyu.engine.jobs.outage-pauses})
   * passes without a person.
   */
  record Outage(String code, String reason, Duration after) implements JobOutcome {}

  /** Only a person can help: an incident at once. */
  record NeedsPerson(String code, String reason) implements JobOutcome {}

  /** Not now, through nobody's fault: again after {@code after}; costs no retry. */
  record Later(String reason, Duration after) implements JobOutcome {}

  static JobOutcome done() {
    return new Done(Map.of());
  }
}
