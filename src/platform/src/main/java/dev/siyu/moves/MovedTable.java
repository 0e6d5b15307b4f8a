package dev.siyu.moves;

import dev.siyu.moves.Moves.Left;
import dev.siyu.moves.Moves.Link;
import dev.siyu.moves.Moves.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The runs of a move; each step is written down before the next one. */
@Component
class MovedTable {

  enum State {
    TODO,
    CANCELLING,
    STARTING,
    SCOPES,
    MOVED,
    ENDED,
    OVER,
    LEFT
  }

  /**
   * One run.
   *
   * @param at where it stood when it was looked at last
   */
  record Row(
      long run,
      long instanceKey,
      @Nullable String customerId,
      State state,
      List<String> at,
      @Nullable Fresh plan,
      @Nullable Long newKey,
      Instant changedAt) {}

  private static final String OPEN =
      """
      SELECT * FROM moved_run WHERE run_id = :run AND (state IN ('CANCELLING', 'STARTING', 'SCOPES')
        OR (:todo AND state = 'TODO'))
      ORDER BY state = 'TODO', changed_at, instance_key LIMIT :limit
      """;
  private static final String MOVE =
      """
      UPDATE moved_run SET state = :to, at_elements = coalesce(:at, at_elements),
        plan = coalesce(:plan::json, plan), new_key = coalesce(:newKey, new_key),
        zh = :zh, en = :en, changed_at = :now
      WHERE run_id = :run AND instance_key = :key AND state = :from
      """;
  private static final String LEFT =
      """
      SELECT instance_key, customer_id, at_elements, zh, en FROM moved_run
      WHERE run_id = :run AND state = 'LEFT' ORDER BY instance_key LIMIT 500
      """;
  private static final String LINK =
      """
      SELECT (SELECT instance_key FROM moved_run WHERE new_key = :key AND instance_key <> :key
          LIMIT 1) AS before,
        (SELECT new_key FROM moved_run WHERE instance_key = :key AND new_key <> :key
          ORDER BY run_id DESC LIMIT 1) AS after
      """;

  /** What a step found out. */
  record Change(
      State to,
      @Nullable List<String> at,
      @Nullable Fresh plan,
      @Nullable Long newKey,
      @Nullable Said why) {

    static Change to(State state) {
      return new Change(state, null, null, null, null);
    }

    static Change to(State state, Said why) {
      return new Change(state, null, null, null, why);
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json;

  MovedTable(JdbcClient jdbc, Clock clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
  }

  /** Those underway first, so that nobody is in between for long. */
  List<Row> open(long run, boolean todo, int limit) {
    return jdbc.sql(OPEN)
        .param("run", run)
        .param("todo", todo)
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  boolean move(Row row, Change change) {
    var at = change.at();
    var why = change.why();
    return jdbc.sql(MOVE)
            .param("run", row.run())
            .param("key", row.instanceKey())
            .param("from", row.state().name())
            .param("to", change.to().name())
            .param("at", at == null ? null : at.toArray(String[]::new), java.sql.Types.ARRAY)
            .param("plan", change.plan() == null ? null : json.writeValueAsString(change.plan()))
            .param("newKey", change.newKey())
            .param("zh", why == null ? null : why.zh())
            .param("en", why == null ? null : why.en())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  List<Left> left(long run) {
    return jdbc.sql(LEFT)
        .param("run", run)
        .query(
            (row, n) ->
                new Left(
                    row.getLong("instance_key"),
                    row.getString("customer_id"),
                    strings(row, "at_elements"),
                    String.valueOf(row.getString("zh")),
                    String.valueOf(row.getString("en"))))
        .list();
  }

  Link link(long key) {
    return jdbc.sql(LINK)
        .param("key", key)
        .query((row, n) -> new Link((Long) row.getObject("before"), (Long) row.getObject("after")))
        .single();
  }

  private Row row(ResultSet row, int number) throws SQLException {
    var plan = row.getString("plan");
    return new Row(
        row.getLong("run_id"),
        row.getLong("instance_key"),
        row.getString("customer_id"),
        State.valueOf(row.getString("state")),
        strings(row, "at_elements"),
        plan == null ? null : json.readValue(plan, Fresh.class),
        (Long) row.getObject("new_key"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
