package dev.siyu.settings;

/** The one sentence in which a wrong setting refuses to start. */
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
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + low + " to " + high + ")");
    }
  }
}
