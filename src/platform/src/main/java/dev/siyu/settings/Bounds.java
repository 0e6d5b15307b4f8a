package dev.siyu.settings;

import java.time.Duration;

/** The one sentence in which a wrong setting refuses to start; names are in full. */
public final class Bounds {

  private Bounds() {}

  /**
   * Both ends belong to it.
   *
   * @param name in full, e.g. {@code siyu.wecom.timeout}
   * @throws IllegalArgumentException with name, value and what was expected
   */
  public static <T extends Comparable<T>> void between(String name, T value, T low, T high) {
    if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
      throw wrong(name, value, low + " to " + high);
    }
  }

  /**
   * More than zero.
   *
   * @throws IllegalArgumentException with name, value and what was expected
   */
  public static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw wrong(name, value, "> PT0S");
    }
  }

  /** For what depends on another setting, e.g. {@code > siyu.x.first = PT1S}. */
  public static IllegalArgumentException wrong(String name, Object value, String expected) {
    return new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
  }
}
