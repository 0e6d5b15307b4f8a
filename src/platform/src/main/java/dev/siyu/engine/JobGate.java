package dev.siyu.engine;

import java.time.Duration;
import java.util.Optional;

/** Asked before each job begins: whether its journey rests. */
public interface JobGate {

  /** How long to put the job back; empty: it may begin. */
  Optional<Duration> hold(String processId, long jobKey);

  /** For engines whose journeys never rest. */
  JobGate OPEN = (processId, jobKey) -> Optional.empty();
}
