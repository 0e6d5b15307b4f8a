package dev.siyu.time;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether anything still moves at this moment of the clock. */
class Quietness {

  private final Supplier<List<Quiet>> parts;
  private final Ticker ticker;

  Quietness(Supplier<List<Quiet>> parts, Ticker ticker) {
    this.parts = parts;
    this.ticker = ticker;
  }

  /**
   * Names the first part that is busy. All are asked twice: what one part hands to another between
   * two questions of the first round shows in the second.
   */
  Optional<String> busy() {
    return look().or(this::look);
  }

  private Optional<String> look() {
    if (!ticker.isQuiet()) {
      return Optional.of("due work");
    }
    return parts.get().stream().filter(part -> !quiet(part)).map(Quiet::name).findFirst();
  }

  private static boolean quiet(Quiet part) {
    try {
      return part.isQuiet();
    } catch (RuntimeException e) {
      return false;
    }
  }
}
