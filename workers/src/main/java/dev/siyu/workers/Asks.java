package dev.siyu.workers;

import org.jspecify.annotations.Nullable;

/**
 * How often one step has asked for its touch, kept in the variable {@code asked} as {@code <element
 * id>#<times>}; another step's count starts anew.
 */
record Asks(String step, int times) {

  static Asks next(@Nullable String asked, String step) {
    if (asked == null || !asked.startsWith(step + "#")) {
      return new Asks(step, 1);
    }
    return new Asks(step, Integer.parseInt(asked.substring(step.length() + 1)) + 1);
  }

  @Override
  public String toString() {
    return step + "#" + times;
  }
}
