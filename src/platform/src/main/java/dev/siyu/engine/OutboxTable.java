package dev.siyu.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The outbox in the database; every change of state is guarded here. */
final class OutboxTable {

  /** How a message stands after somebody tried to publish it. */
  enum State {
    WAITING,
    UNSURE,
    DONE,
    FAILED
  }

  record Mark(long id, State state, @Nullable String note) {}

  private static final String INSERT =
      """
      INSERT INTO outbox (key, name, correlation_key, time_to_live_ms, variables, announced_at,
        changed_at)
      SELECT key, name, correlation_key, ttl, variables::json, :now, :now
      FROM unnest(:keys, :names, :correlationKeys, :ttls, :variables)
        WITH ORDINALITY AS a (key, name, correlation_key, ttl, variables, n)
      ORDER BY n
      ON CONFLICT (key) DO NOTHING
      """;
  private static final String CLAIM =
      """
      UPDATE outbox SET state = 'PUBLISHING', attempts = attempts + 1, changed_at = :now
      WHERE id IN (
        SELECT w.id FROM outbox w
        WHERE w.state = 'WAITING' AND NOT EXISTS (
          SELECT FROM outbox u WHERE u.correlation_key = w.correlation_key
            AND u.state IN ('PUBLISHING', 'UNSURE'))
        ORDER BY w.id LIMIT :limit)
        AND state = 'WAITING'
      RETURNING *
      """;
  private static final String MARK =
      """
      UPDATE outbox o SET state = m.state, note = m.note, changed_at = :now
      FROM unnest(:ids, :states, :notes) AS m (id, state, note)
      WHERE o.id = m.id AND o.state IN ('PUBLISHING', 'UNSURE')
      """;
  private static final String TAKE_OVER =
      """
      UPDATE outbox SET state = 'UNSURE', note = 'crashed while publishing', changed_at = :now
      WHERE state = 'PUBLISHING'
      """;
  private static final String UNSURE =
      "SELECT * FROM outbox WHERE state = 'UNSURE' ORDER BY id LIMIT 500";
  private static final String IS_UNSURE =
      """
      SELECT EXISTS (SELECT FROM outbox
        WHERE state = 'UNSURE')
      """;
  private static final String COUNTS =
      """
      SELECT
        (SELECT count(*) FROM outbox WHERE state = 'WAITING') AS waiting,
        (SELECT count(*) FROM outbox WHERE state = 'UNSURE') AS unsure,
        (SELECT count(*) FROM outbox WHERE state = 'FAILED') AS failed,
        (SELECT announced_at FROM outbox WHERE state = 'WAITING' ORDER BY id LIMIT 1) AS oldest
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json;

  OutboxTable(JdbcClient jdbc, Clock clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
  }

  void insert(List<Announcement> all) {
    jdbc.sql(INSERT)
        .param("keys", strings(all.stream().map(Announcement::key).toList()))
        .param("names", strings(all.stream().map(Announcement::name).toList()))
        .param("correlationKeys", strings(all.stream().map(Announcement::correlationKey).toList()))
        .param("ttls", all.stream().map(a -> a.timeToLive().toMillis()).toArray(Long[]::new))
        .param(
            "variables",
            strings(all.stream().map(a -> json.writeValueAsString(a.variables())).toList()))
        .param("now", now())
        .update();
  }

  /** Takes what may be published now, in order. */
  List<OutboxRow> claim(int limit) {
    return jdbc
        .sql(CLAIM)
        .param("limit", limit)
        .param("now", now())
        .query(OutboxTable::row)
        .list()
        .stream()
        .sorted(Comparator.comparingLong(OutboxRow::id))
        .toList();
  }

  void mark(List<Mark> marks) {
    jdbc.sql(MARK)
        .param("ids", marks.stream().map(Mark::id).toArray(Long[]::new))
        .param("states", strings(marks.stream().map(m -> m.state().name()).toList()))
        .param("notes", marks.stream().map(Mark::note).toArray(String[]::new))
        .param("now", now())
        .update();
  }

  /** For whoever begins to publish: what a predecessor left underway is unclear. */
  int takeOver() {
    return jdbc.sql(TAKE_OVER).param("now", now()).update();
  }

  List<OutboxRow> unsure() {
    return jdbc.sql(UNSURE).query(OutboxTable::row).list();
  }

  boolean isUnsure() {
    return jdbc.sql(IS_UNSURE).query(Boolean.class).single();
  }

  EngineState.Outbox counts() {
    return jdbc.sql(COUNTS)
        .query(
            (row, n) ->
                new EngineState.Outbox(
                    row.getLong("waiting"),
                    row.getLong("unsure"),
                    row.getLong("failed"),
                    instant(row, "oldest")))
        .single();
  }

  private static OutboxRow row(ResultSet row, int n) throws SQLException {
    var changedAt = instant(row, "changed_at");
    return new OutboxRow(
        row.getLong("id"),
        row.getString("key"),
        row.getString("name"),
        row.getString("correlation_key"),
        Duration.ofMillis(row.getLong("time_to_live_ms")),
        row.getString("variables"),
        row.getInt("attempts"),
        changedAt == null ? Instant.EPOCH : changedAt);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String[] strings(List<String> values) {
    return values.toArray(String[]::new);
  }
}
