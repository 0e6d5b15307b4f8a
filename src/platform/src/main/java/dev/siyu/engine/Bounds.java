package dev.siyu.engine;

import java.time.Duration;

/** Says which setting is wrong, what it is and what is expected. */
final class Bounds {

  static void between(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw wrong(name, value, least + " to " + most);
    }
  }

  static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw wrong(name, value, "> PT0S");
    }
  }

  static IllegalArgumentException wrong(String name, Object value, String expected) {
    return new IllegalArgumentException(
        "siyu.engine." + name + ": " + value + " (expected: " + expected + ")");
  }

  private Bounds() {}
}
