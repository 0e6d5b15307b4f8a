package dev.siyu.moves;

import dev.siyu.moves.Moves.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Moves and endings in the database. */
@Component
class MoveTable {

  private static final String BEGIN =
      """
      INSERT INTO move_run (kind, process_id, from_version, from_definition, to_version,
        to_definition, mapping, reason, state, asked_by, asked_at)
      VALUES (:kind, :processId, :fromVersion, :fromDefinition, :toVersion, :toDefinition,
        :mapping::json, :reason, 'RUNNING', :actor, :now)
      RETURNING id
      """;

  /** Everybody inside at this moment; those that end are runs of customers and nothing else. */
  private static final String TAKE =
      """
      INSERT INTO moved_run (run_id, instance_key, customer_id, state, changed_at)
      SELECT :run, key, customer_id, 'TODO', :now FROM history.process_instance
      WHERE process_id = :processId AND state = 'ACTIVE'
        AND (:definition::bigint IS NULL OR definition_key = :definition)
        AND (customer_id IS NOT NULL OR NOT :customers)
      """;

  private static final String STATE =
      """
      UPDATE move_run SET state = :to WHERE id = :id AND state = :from
      """;
  private static final String DONE =
      """
      UPDATE move_run SET state = 'DONE', ended_at = :now, progress = :progress::json
      WHERE id = :id AND state <> 'DONE'
      """;
  private static final String COUNTS =
      """
      SELECT count(*) FILTER (WHERE state = 'TODO') AS todo,
        count(*) FILTER (WHERE state IN ('CANCELLING', 'STARTING', 'SCOPES')) AS underway,
        count(*) FILTER (WHERE state = 'MOVED') AS moved,
        count(*) FILTER (WHERE state = 'ENDED') AS ended,
        count(*) FILTER (WHERE state = 'OVER') AS over,
        count(*) FILTER (WHERE state = 'LEFT') AS left_
      FROM moved_run WHERE run_id = :run
      """;

  /**
   * A move as it is carried out.
   *
   * @param last its counts at its end
   */
  record Row(
      long id,
      boolean ends,
      String processId,
      @Nullable Integer fromVersion,
      @Nullable Long fromDefinition,
      @Nullable Integer toVersion,
      @Nullable Long toDefinition,
      Map<String, String> mapping,
      String reason,
      String state,
      String askedBy,
      Instant askedAt,
      @Nullable Instant endedAt,
      @Nullable Progress last) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  MoveTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** In one transaction with {@link #take}; {@code id} of the row is not looked at. */
  Optional<Long> begin(Row row) {
    try {
      return jdbc.sql(BEGIN)
          .param("kind", row.ends() ? "END" : "MOVE")
          .param("processId", row.processId())
          .param("fromVersion", row.fromVersion())
          .param("fromDefinition", row.fromDefinition())
          .param("toVersion", row.toVersion())
          .param("toDefinition", row.toDefinition())
          .param("mapping", json.writeValueAsString(row.mapping()))
          .param("reason", row.reason())
          .param("actor", row.askedBy())
          .param("now", row.askedAt().atOffset(ZoneOffset.UTC))
          .query(Long.class)
          .optional();
    } catch (DuplicateKeyException open) {
      return Optional.empty();
    }
  }

  int take(long run, Row row) {
    return jdbc.sql(TAKE)
        .param("run", run)
        .param("processId", row.processId())
        .param("definition", row.fromDefinition())
        .param("customers", row.ends())
        .param("now", row.askedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean state(long id, String from, String to) {
    return jdbc.sql(STATE).param("id", id).param("from", from).param("to", to).update() == 1;
  }

  /** Its counts stay as they are; nobody counts them again. */
  boolean done(long id, Progress last, Instant now) {
    return jdbc.sql(DONE)
            .param("id", id)
            .param("progress", json.writeValueAsString(last))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Progress progress(long run) {
    return jdbc.sql(COUNTS)
        .param("run", run)
        .query(
            (row, n) ->
                new Progress(
                    row.getLong("todo"),
                    row.getLong("underway"),
                    row.getLong("moved"),
                    row.getLong("ended"),
                    row.getLong("over"),
                    row.getLong("left_")))
        .single();
  }

  List<Row> open() {
    return jdbc.sql("SELECT * FROM move_run WHERE state <> 'DONE' ORDER BY id")
        .query(this::row)
        .list();
  }

  Set<String> running() {
    return Set.copyOf(
        jdbc.sql("SELECT process_id FROM move_run WHERE state = 'RUNNING'")
            .query(String.class)
            .list());
  }

  List<Row> of(String processId) {
    return jdbc.sql("SELECT * FROM move_run WHERE process_id = :id ORDER BY id DESC LIMIT 100")
        .param("id", processId)
        .query(this::row)
        .list();
  }

  Optional<Row> find(long id) {
    return jdbc.sql("SELECT * FROM move_run WHERE id = :id")
        .param("id", id)
        .query(this::row)
        .optional();
  }

  private Row row(ResultSet row, int number) throws SQLException {
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    var last = row.getString("progress");
    return new Row(
        row.getLong("id"),
        row.getString("kind").equals("END"),
        row.getString("process_id"),
        (Integer) row.getObject("from_version"),
        (Long) row.getObject("from_definition"),
        (Integer) row.getObject("to_version"),
        (Long) row.getObject("to_definition"),
        json.readValue(row.getString("mapping"), new TypeReference<Map<String, String>>() {}),
        row.getString("reason"),
        row.getString("state"),
        row.getString("asked_by"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        last == null ? null : json.readValue(last, Progress.class));
  }
}
