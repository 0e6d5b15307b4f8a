package dev.siyu.journeys;

import dev.siyu.journeys.Finding.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing every drawing must keep; answers what breaks it. */
@FunctionalInterface
interface DrawingRule {

  List<Finding> check(Drawing drawing);

  static Finding error(@Nullable String elementId, String rule, String message) {
    return new Finding(elementId, rule, Severity.ERROR, message);
  }
}
