package dev.siyu.entries;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the history tells about runs, some moments later. */
@Component
class SeenRuns {

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
  private final Clock clock;

  SeenRuns(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
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
