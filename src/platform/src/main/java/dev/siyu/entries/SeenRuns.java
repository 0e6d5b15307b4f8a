package dev.siyu.entries;

import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.history.ExporterProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the history tells about runs, some moments later. */
@Component
class SeenRuns {

  /** A command that was sent can still arrive within this. */
  private static final Duration SETTLE = Duration.ofSeconds(15);

  /** Enough correlation keys to reach each of a few partitions. */
  private static final int MARKERS = 16;

  private static final String STARTED =
      """
      SELECT p.key FROM history.process_instance p
      JOIN history.variable v ON v.scope_key = p.key AND v.name = 'chosenRun'
      WHERE p.customer_id = :customer AND p.definition_key = :definition AND v.value = :value
      """;
  private static final String INSIDE =
      """
      SELECT key FROM history.process_instance
      WHERE customer_id = :customer AND process_id = :processId AND state = 'ACTIVE'
      """;
  private static final String UNDERWAY =
      """
      SELECT EXISTS (SELECT FROM outbox o
        WHERE o.correlation_key = :customer AND o.name = ANY (:messages) AND o.key <> :except
          AND o.time_to_live_ms = 0 AND o.state = 'DONE' AND o.changed_at > :since
          AND coalesce(o.note, '') NOT LIKE 'not published:%'
          AND (o.changed_at > :fresh OR NOT EXISTS (
            SELECT FROM history.message m WHERE m.message_id = o.key)))
      """;

  private final JdbcClient jdbc;
  private final ExporterProgress progress;
  private final JourneyMessages messages;
  private final Clock clock;

  SeenRuns(JdbcClient jdbc, ExporterProgress progress, JourneyMessages messages, Clock clock) {
    this.jdbc = jdbc;
    this.progress = progress;
    this.messages = messages;
    this.clock = clock;
  }

  Optional<Long> started(RunTable.Row row) {
    return jdbc.sql(STARTED)
        .param("customer", row.customerId())
        .param("definition", row.definitionKey())
        .param("value", '"' + row.key() + '"')
        .query(Long.class)
        .optional();
  }

  /**
   * True when the history is written past everything a command sent at {@code at} can have done.
   * While it is not, every partition is given something to write.
   */
  boolean isWrittenPast(String key, Instant at) {
    var settled = at.plus(SETTLE);
    if (clock.instant().isBefore(settled)) {
      return false;
    }
    var partitions = progress.partitions();
    boolean past =
        !partitions.isEmpty() && partitions.stream().allMatch(p -> p.updatedAt().isAfter(settled));
    if (!past) {
      messages.announce(IntStream.range(0, MARKERS).mapToObj(i -> marker(key, at, i)).toList());
    }
    return past;
  }

  private static Announcement marker(String key, Instant at, int number) {
    return new Announcement(
        "marker:chosen:" + key + ":" + at.toEpochMilli() + ":" + number,
        "siyu-marker",
        "marker-" + number,
        Duration.ZERO,
        Map.of());
  }

  /** Runs of a journey the customer is in, by whatever start. */
  List<Long> inside(String processId, String customerId) {
    return jdbc.sql(INSIDE)
        .param("customer", customerId)
        .param("processId", processId)
        .query(Long.class)
        .list();
  }

  /** Whether an entry by message was published so lately that the history may not show its run. */
  boolean isEntering(ChosenRuns.Order order) {
    var now = clock.instant();
    return jdbc.sql(UNDERWAY)
        .param("customer", order.customerId())
        .param("messages", order.messages().toArray(String[]::new))
        .param("except", order.key())
        .param("since", now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
        .param("fresh", now.minusSeconds(2).atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }
}
