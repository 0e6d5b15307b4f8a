package dev.siyu.entries;

import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.history.ExporterProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How far the history shows what the engine did; a quiet engine is given something to write. */
@Component
public class WrittenHistory {

  /** A command that was sent can still arrive within this. */
  private static final Duration SETTLE = Duration.ofSeconds(15);

  /** What is written within this is no sign of an exporter that stands still. */
  private static final Duration LAG = Duration.ofMinutes(1);

  /** Enough correlation keys to reach each of a few partitions. */
  private static final int MARKERS = 16;

  private final ExporterProgress progress;
  private final JourneyMessages messages;
  private final Clock clock;

  WrittenHistory(ExporterProgress progress, JourneyMessages messages, Clock clock) {
    this.progress = progress;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * True when the history is written past everything a command sent at {@code at} can have done.
   * While it is not, every partition is given something to write.
   *
   * @param key of what asks, e.g. {@code chosen:} and the key of the run
   */
  public boolean isPast(String key, Instant at) {
    var settled = at.plus(SETTLE);
    if (clock.instant().isBefore(settled)) {
      return false;
    }
    var partitions = progress.partitions();
    boolean past =
        !partitions.isEmpty() && partitions.stream().allMatch(p -> p.updatedAt().isAfter(settled));
    if (!past) {
      mark(key, at);
    }
    return past;
  }

  /**
   * True when all partitions were written within the last minute. While they were not, each is
   * given something to write, once a minute.
   *
   * @param partitions how many the engine has
   */
  public boolean isCurrent(int partitions) {
    var now = clock.instant();
    var known = progress.partitions();
    boolean current =
        known.size() >= partitions
            && known.stream().allMatch(p -> p.updatedAt().isAfter(now.minus(LAG)));
    if (!current) {
      mark("current", now.truncatedTo(ChronoUnit.MINUTES));
    }
    return current;
  }

  private void mark(String key, Instant at) {
    messages.announce(IntStream.range(0, MARKERS).mapToObj(i -> marker(key, at, i)).toList());
  }

  private static Announcement marker(String key, Instant at, int number) {
    return new Announcement(
        "marker:" + key + ":" + at.toEpochMilli() + ":" + number,
        "siyu-marker",
        "marker-" + number,
        Duration.ZERO,
        Map.of());
  }
}
