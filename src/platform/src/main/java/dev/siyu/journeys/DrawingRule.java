package dev.siyu.journeys;

import dev.siyu.journeys.Finding.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing every drawing must keep; answers what breaks it. */
@FunctionalInterface
interface DrawingRule {

  List<Finding> check(Drawing drawing);

  /**
   * @param rule one of {@link LintRule}
   * @param message Chinese and English, separated by {@code " / "}
   */
  static Finding error(@Nullable String elementId, String rule, String message) {
    return found(elementId, rule, Severity.ERROR, message);
  }

  /** As {@link #error}; does not keep a drawing from being deployed. */
  static Finding warning(@Nullable String elementId, String rule, String message) {
    return found(elementId, rule, Severity.WARNING, message);
  }

  private static Finding found(
      @Nullable String elementId, String rule, Severity severity, String message) {
    int end = message.indexOf(" / ");
    return end < 0
        ? new Finding(elementId, rule, severity, message, message)
        : new Finding(
            elementId, rule, severity, message.substring(0, end), message.substring(end + 3));
  }
}
