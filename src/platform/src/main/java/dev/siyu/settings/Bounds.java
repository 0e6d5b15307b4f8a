package dev.siyu.settings;

import java.time.Duration;
import java.util.Optional;

/** The one sentence in which a value out of its bounds is refused; names are in full. */
public final class Bounds {

  private Bounds() {}

  /**
   * Both ends belong to it.
   *
   * @param name in full, e.g. {@code siyu.wecom.timeout}
   * @throws IllegalArgumentException with name, value and what was expected
   */
  public static <T extends Comparable<T>> void between(String name, T value, T low, T high) {
    objection(name, value, low, high)
        .ifPresent(
            what -> {
              throw new IllegalArgumentException(what);
            });
  }

  /** The sentence, for what is refused in another way than a setting; empty within the bounds. */
  public static <T extends Comparable<T>> Optional<String> objection(
      String name, T value, T low, T high) {
    return value.compareTo(low) >= 0 && value.compareTo(high) <= 0
        ? Optional.empty()
        : Optional.of(name + ": " + value + " (expected: " + low + " to " + high + ")");
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
