package dev.siyu.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether anything still moves at this moment of the clock, and if not, when something will. */
class Quietness {

  /**
   * What a look found.
   *
   * @param busy the first part that is busy, null when all are quiet
   * @param far whether it had to be asked in another process
   * @param next when all are quiet: the earliest due moment, null when nothing is planned
   */
  record View(@Nullable String busy, boolean far, @Nullable Instant next) {

    static View of(Quiet part) {
      return new View(part.name(), part.asksAnother(), null);
    }
  }

  private final Supplier<List<Quiet>> parts;
  private final Ticker ticker;

  Quietness(Supplier<List<Quiet>> parts, Ticker ticker) {
    this.parts = parts;
    this.ticker = ticker;
  }

  /**
   * Asks those in this process first: most looks end there. When all are quiet and no work is due,
   * nothing may have passed through any of them since the look began: what one part hands to
   * another between two questions is either still there or was counted. Due work is started.
   */
  View look() {
    List<Quiet> all =
        parts.get().stream().sorted(Comparator.comparing(Quiet::asksAnother)).toList();
    long begun = ticker.begun();
    String runs = ticker.runs();
    if (runs != null) {
      return new View("due work " + runs, false, null);
    }
    long[] passed = new long[all.size()];
    for (int i = 0; i < passed.length; i++) {
      Quiet part = all.get(i);
      try {
        passed[i] = part.passed();
        if (!part.isQuiet()) {
          return View.of(part);
        }
      } catch (RuntimeException e) {
        return View.of(part);
      }
    }
    Optional<Instant> next = ticker.startDue();
    if (ticker.begun() != begun || next.filter(ticker::isDue).isPresent()) {
      return new View("due work", false, null);
    }
    for (int i = passed.length - 1; i >= 0; i--) {
      if (!unchanged(all.get(i), passed[i])) {
        return View.of(all.get(i));
      }
    }
    return new View(null, false, next.orElse(null));
  }

  private static boolean unchanged(Quiet part, long passed) {
    try {
      return part.passed() == passed && (part.asksAnother() || part.isQuiet());
    } catch (RuntimeException e) {
      return false;
    }
  }
}
