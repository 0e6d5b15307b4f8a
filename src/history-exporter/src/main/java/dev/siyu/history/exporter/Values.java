package dev.siyu.history.exporter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the engine says "nothing": empty text, or a number that is not positive. */
final class Values {

  private Values() {}

  static @Nullable String given(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  static @Nullable Long given(long key) {
    return key > 0 ? key : null;
  }

  static @Nullable Instant givenTime(long millis) {
    return millis > 0 ? Instant.ofEpochMilli(millis) : null;
  }
}
