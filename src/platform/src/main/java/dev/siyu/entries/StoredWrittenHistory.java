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

@Component
class StoredWrittenHistory implements WrittenHistory {

  /** A command that was sent can still arrive within this. */
  private static final Duration SETTLE = Duration.ofSeconds(15);

  /** What is written within this is no sign of an exporter that stands still. */
  private static final Duration LAG = Duration.ofMinutes(1);

  /** Enough correlation keys to reach each of a few partitions. */
  private static final int MARKERS = 16;

  private final ExporterProgress progress;
  private final JourneyMessages messages;
  private final Clock clock;

  StoredWrittenHistory(ExporterProgress progress, JourneyMessages messages, Clock clock) {
    this.progress = progress;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
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

  @Override
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
