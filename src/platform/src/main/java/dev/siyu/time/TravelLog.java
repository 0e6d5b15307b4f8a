package dev.siyu.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says every few seconds how far the clock is and what it has been waiting for. One thread. */
class TravelLog {

  private static final Logger log = LoggerFactory.getLogger(TravelLog.class);
  private static final long EVERY = Duration.ofSeconds(10).toNanos();

  private final Map<String, Long> waits = new TreeMap<>();
  private long steps;
  private long since = System.nanoTime();
  private long looked = since;

  /** A look at the parts has found this one busy, or none. */
  void looked(String busy) {
    long now = System.nanoTime();
    waits.merge(busy, now - looked, Long::sum);
    looked = now;
  }

  void stepped(Instant at, Instant target) {
    steps++;
    looked("moving");
    long now = System.nanoTime();
    if (now - since > EVERY) {
      log.info(
          "Clock is at {} on its way to {}: {} steps in {} ms, spent on {} (ms)",
          at,
          target,
          steps,
          (now - since) / 1_000_000,
          milliseconds());
      begin();
    }
  }

  /** Starts counting anew. */
  final void begin() {
    waits.clear();
    steps = 0;
    since = System.nanoTime();
    looked = since;
  }

  private Map<String, Long> milliseconds() {
    Map<String, Long> all = new TreeMap<>();
    waits.forEach((part, nanos) -> all.put(part, nanos / 1_000_000));
    return all;
  }
}
