package dev.siyu.engine;

import io.camunda.zeebe.client.ZeebeClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Single runs in the engine, by key. No call throws: what is unclear is said. */
public interface JourneyRuns {

  /** Over gRPC. */
  static JourneyRuns over(ZeebeClient client, Duration timeout) {
    return new ZeebeRuns(client, timeout);
  }

  /** How a try to start a run ended. */
  sealed interface Started {
    record Running(long instanceKey) implements Started {}

    /** Certainly without effect; may be tried again. */
    record Busy(String why) implements Started {}

    /** No clear answer: it may run. */
    record Unclear(String why) implements Started {}

    /** Wrong for good. */
    record Refused(String why) implements Started {}
  }

  /** What the engine said about a run that is there or not. */
  enum Reply {
    DONE,
    /** The engine has no such run or scope (any more). */
    GONE,
    /** The engine may not or cannot do it as things are. */
    REFUSED,
    /** No clear answer; asking again is safe. */
    LATER
  }

  /**
   * Starts a run at chosen elements, on a partition the engine chooses.
   *
   * @param before ids of the elements it begins at, at least one; no start or boundary events
   * @param variables as JSON
   */
  Started start(long definitionKey, List<String> before, String variables);

  /** DONE when the run goes on at this moment, GONE when it ended; from the engine itself. */
  Reply alive(long instanceKey);

  Reply cancel(long instanceKey);

  /** Sets variables of this very scope and of no other. */
  Reply set(long scopeKey, Map<String, Object> variables);

  /**
   * Has the engine itself take a run to another version (8.5: steps with jobs and people's tasks
   * only, no event sub-processes).
   *
   * @param elements id now to id then, of every active element
   */
  Reply migrate(long instanceKey, long definitionKey, Map<String, String> elements);
}
