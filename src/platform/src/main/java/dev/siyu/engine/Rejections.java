package dev.siyu.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.ArrayDeque;

/** Counts what the engine turned down in the last minute. */
final class Rejections {

  private record Second(long at, long count) {}

  private final Clock clock;
  private final ArrayDeque<Second> lastMinute = new ArrayDeque<>();
  private final Counter total = Metrics.counter("siyu.engine.rejections");

  Rejections(Clock clock) {
    this.clock = clock;
  }

  synchronized void add() {
    total.increment();
    long now = clock.instant().getEpochSecond();
    var last = lastMinute.peekLast();
    if (last != null && last.at() == now) {
      lastMinute.removeLast();
      lastMinute.add(new Second(now, last.count() + 1));
    } else {
      lastMinute.add(new Second(now, 1));
    }
    forget(now);
  }

  synchronized long perMinute() {
    forget(clock.instant().getEpochSecond());
    return lastMinute.stream().mapToLong(Second::count).sum();
  }

  private void forget(long now) {
    while (!lastMinute.isEmpty() && lastMinute.peek().at() <= now - 60) {
      lastMinute.poll();
    }
  }
}
