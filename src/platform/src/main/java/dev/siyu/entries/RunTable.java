package dev.siyu.entries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs the engine's own lock does not know; every change of state is guarded here. */
@Component
class RunTable {

  enum State {
    RESERVED,
    TRYING,
    RUNNING,
    ENDED,
    DROPPED
  }

  record Row(
      String key,
      String processId,
      String customerId,
      long definitionKey,
      State state,
      @Nullable Long instanceKey,
      Instant changedAt) {}

  private static final String RESERVE =
      """
      INSERT INTO chosen_run (key, process_id, customer_id, definition_key, messages, state,
        changed_at)
      VALUES (:key, :processId, :customer, :definition, :messages, 'RESERVED', :now)
      ON CONFLICT (key) DO NOTHING
      """;
  private static final String FIND = "SELECT * FROM chosen_run WHERE key = :key";
  private static final String MOVE =
      """
      UPDATE chosen_run SET state = :to, instance_key = coalesce(:instance, instance_key),
        definition_key = coalesce(:definition, definition_key), changed_at = :now
      WHERE key = :key AND state = :from
      """;
  private static final String OPEN =
      """
      SELECT * FROM chosen_run WHERE customer_id = :customer AND :message = ANY (messages)
        AND state IN ('RESERVED', 'TRYING', 'RUNNING') AND key <> :except
      """;
  private static final String IS_ANY_OPEN =
      """
      SELECT EXISTS (SELECT FROM chosen_run WHERE state IN ('RESERVED', 'TRYING', 'RUNNING'))
      """;

  /** From one set to the next in the index: there are few, and many runs of each. */
  private static final String MESSAGES =
      """
      WITH RECURSIVE sets AS (
        (SELECT messages FROM chosen_run WHERE state IN ('RESERVED', 'TRYING', 'RUNNING')
          ORDER BY messages LIMIT 1)
        UNION ALL
        SELECT (SELECT r.messages FROM chosen_run r
          WHERE r.state IN ('RESERVED', 'TRYING', 'RUNNING') AND r.messages > s.messages
          ORDER BY r.messages LIMIT 1)
        FROM sets s WHERE s.messages IS NOT NULL)
      SELECT DISTINCT unnest(messages) FROM sets
      """;

  private static final String CLOSE =
      """
      UPDATE chosen_run r SET state = 'ENDED', changed_at = :now
      FROM history.process_instance p
      WHERE r.state = 'RUNNING' AND p.key = r.instance_key AND p.state <> 'ACTIVE'
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  RunTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** False when it is there already. */
  boolean reserve(ChosenRuns.Order order) {
    return jdbc.sql(RESERVE)
            .param("key", order.key())
            .param("processId", order.processId())
            .param("customer", order.customerId())
            .param("definition", order.definitionKey())
            .param("messages", order.messages().stream().sorted().toArray(String[]::new))
            .param("now", now())
            .update()
        == 1;
  }

  Optional<Row> find(String key) {
    return jdbc.sql(FIND).param("key", key).query(RunTable::row).optional();
  }

  /** False when it is not in the state it should come from. */
  boolean move(String key, State from, State to, @Nullable Long instanceKey) {
    return move(key, from, to, instanceKey, null);
  }

  /** Before the command leaves; the version may be another one than when it was reserved. */
  boolean trying(ChosenRuns.Order order) {
    return move(order.key(), State.RESERVED, State.TRYING, null, order.definitionKey());
  }

  private boolean move(
      String key, State from, State to, @Nullable Long instanceKey, @Nullable Long definitionKey) {
    return jdbc.sql(MOVE)
            .param("definition", definitionKey)
            .param("key", key)
            .param("from", from.name())
            .param("to", to.name())
            .param("instance", instanceKey)
            .param("now", now())
            .update()
        == 1;
  }

  /** Runs, begun or to begin, that keep the customer from entering by this message. */
  List<Row> open(String customerId, String message, String except) {
    return jdbc.sql(OPEN)
        .param("customer", customerId)
        .param("message", message)
        .param("except", except)
        .query(RunTable::row)
        .list();
  }

  boolean isAnyOpen() {
    return jdbc.sql(IS_ANY_OPEN).query(Boolean.class).single();
  }

  Set<String> messages() {
    return Set.copyOf(jdbc.sql(MESSAGES).query(String.class).list());
  }

  /** Closes what the history shows as ended; answers how many. */
  int close() {
    return jdbc.sql(CLOSE).param("now", now()).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    long instance = row.getLong("instance_key");
    @Nullable Long instanceKey = row.wasNull() ? null : instance;
    return new Row(
        row.getString("key"),
        row.getString("process_id"),
        row.getString("customer_id"),
        row.getLong("definition_key"),
        State.valueOf(row.getString("state")),
        instanceKey,
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
