package dev.siyu.artifacts;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression makes of example data, as the engine would compute it. */
public sealed interface Trial {

  /**
   * @param value as text, null for FEEL's null
   */
  record Answer(@Nullable String value) implements Trial {}

  record Refused(Objection objection) implements Trial {}

  /**
   * Waits at most two seconds for an answer.
   *
   * @param expression with or without the leading {@code =}
   * @param example variables by name, with values as JSON has them
   */
  static Trial of(String expression, Map<String, Object> example) {
    return TrialBench.of(expression, example, Duration.ofSeconds(2));
  }
}
