package dev.siyu.rehearsals;

import dev.siyu.rehearsals.Rehearsals.State;
import dev.siyu.rehearsals.Rehearsals.View;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of table rehearsal; every change of state is guarded here. */
@Component
class RehearsalTable {

  private static final String ADD =
      """
      INSERT INTO rehearsal (pair, process_id, label, drawing, drawing_hash, scenario,
        scenario_hash, files, state, asked_by, asked_at)
      VALUES (:pair, :processId, :label, :drawing, :drawingHash, :scenario::jsonb,
        :scenarioHash, :files::jsonb, 'QUEUED', :by, :at) RETURNING id
      """;
  private static final String PAIR =
      """
      UPDATE rehearsal SET pair = :pair WHERE id = :id
      """;
  private static final String WAITING =
      """
      SELECT count(*) FROM rehearsal WHERE state IN ('QUEUED', 'RUNNING')
      """;
  private static final String NEXT =
      """
      UPDATE rehearsal SET state = 'RUNNING', started_at = :at, phase = 'START'
      WHERE id = (SELECT min(id) FROM rehearsal WHERE state = 'QUEUED') AND state = 'QUEUED'
      RETURNING id
      """;
  private static final String CONTENT =
      """
      SELECT process_id, label, drawing, scenario, files FROM rehearsal WHERE id = :id
      """;
  private static final String CONTENTS =
      """
      SELECT coalesce(json_agg(c), '[]')::text FROM content c WHERE c.state = 'APPROVED'
      """;
  private static final String PROGRESS =
      """
      UPDATE rehearsal SET phase = :phase, played_at = :playedAt, sent = :sent, total = :total
      WHERE id = :id AND state = 'RUNNING'
      """;
  private static final String CANCEL =
      """
      UPDATE rehearsal SET cancel_by = :by,
        state = CASE state WHEN 'QUEUED' THEN 'CANCELLED' ELSE state END,
        ended_at = CASE state WHEN 'QUEUED' THEN :at::timestamptz END
      WHERE id = :id AND state IN ('QUEUED', 'RUNNING') AND cancel_by IS NULL
      """;
  private static final String CANCELLED =
      """
      SELECT count(*) FROM rehearsal WHERE id = :id AND (cancel_by IS NOT NULL OR state <> 'RUNNING')
      """;
  private static final String END =
      """
      UPDATE rehearsal SET state = :state, ended_at = :at, reason = :reason, report = :report::jsonb
      WHERE id = :id AND state = 'RUNNING'
      """;
  private static final String INTERRUPT =
      """
      UPDATE rehearsal SET state = 'INTERRUPTED', ended_at = :at WHERE state = 'RUNNING'
      """;
  private static final String DROP_FILES =
      """
      UPDATE rehearsal SET files = '[]' WHERE ended_at < :before AND files <> '[]'
      """;
  private static final String REPORT =
      """
      SELECT report::text FROM rehearsal WHERE id = :id AND report IS NOT NULL
      """;
  private static final String VIEWS =
      """
      SELECT r.id, r.process_id, r.drawing_hash, r.label, r.pair, r.scenario::text AS scenario,
        r.scenario_hash, r.state, r.asked_by, r.asked_at, r.started_at, r.ended_at, r.phase,
        r.played_at, r.sent, r.total, r.reason, (r.report -> 'summary')::text AS summary
      FROM rehearsal r
      """;
  private static final String BY_ID = VIEWS + "WHERE r.id = :id";
  private static final String NEWEST =
      VIEWS
          + """
          WHERE :processId::text IS NULL OR r.process_id = :processId
          ORDER BY r.id DESC LIMIT :limit
          """;
  private static final String LATEST =
      VIEWS
          + """
          WHERE r.drawing_hash = :hash AND r.state = 'DONE'
          ORDER BY r.id DESC LIMIT 1
          """;

  /** A row to add. */
  record Fresh(
      Rehearsals.Play play,
      String drawingHash,
      Scenario scenario,
      String scenarioHash,
      List<Stage.File> files,
      @Nullable Long pair,
      String by) {}

  /** What is played. */
  record Content(
      String processId, String label, String drawing, Scenario scenario, List<Stage.File> files) {}

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.shared();
  private final ViewRows rows = new ViewRows(json);

  RehearsalTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long add(Fresh row, Instant at) {
    return jdbc.sql(ADD)
        .param("pair", row.pair(), Types.BIGINT)
        .param("processId", row.play().processId())
        .param("label", row.play().label())
        .param("drawing", row.play().xml())
        .param("drawingHash", row.drawingHash())
        .param("scenario", json.writeValueAsString(row.scenario()))
        .param("scenarioHash", row.scenarioHash())
        .param("files", json.writeValueAsString(row.files()))
        .param("by", row.by())
        .param("at", utc(at))
        .query(Long.class)
        .single();
  }

  void pair(long id, long with) {
    jdbc.sql(PAIR).param("id", id).param("pair", with).update();
  }

  int waiting() {
    return jdbc.sql(WAITING).query(Integer.class).single();
  }

  /** Takes the oldest that waits. */
  Optional<Long> next(Instant at) {
    return jdbc.sql(NEXT).param("at", utc(at)).query(Long.class).optional();
  }

  Content content(long id) {
    return jdbc.sql(CONTENT)
        .param("id", id)
        .query(
            (row, n) ->
                new Content(
                    row.getString("process_id"),
                    row.getString("label"),
                    row.getString("drawing"),
                    json.readValue(row.getString("scenario"), Scenario.class),
                    json.readValue(
                        row.getString("files"), new TypeReference<List<Stage.File>>() {})))
        .single();
  }

  /** What may be said on this installation. */
  String contents() {
    return jdbc.sql(CONTENTS).query(String.class).single();
  }

  void progress(long id, Stage.Progress progress) {
    jdbc.sql(PROGRESS)
        .param("id", id)
        .param("phase", progress.phase())
        .param("playedAt", utc(progress.at()))
        .param("sent", progress.sent())
        .param("total", progress.total())
        .update();
  }

  boolean cancel(long id, String by, Instant at) {
    return jdbc.sql(CANCEL).param("id", id).param("by", by).param("at", utc(at)).update() == 1;
  }

  /** True when somebody asked for its end. */
  boolean isCancelled(long id) {
    return jdbc.sql(CANCELLED).param("id", id).query(Integer.class).single() > 0;
  }

  void end(long id, State state, @Nullable String reason, @Nullable String report, Instant at) {
    jdbc.sql(END)
        .param("id", id)
        .param("state", state.name())
        .param("reason", reason, Types.VARCHAR)
        .param("report", report, Types.VARCHAR)
        .param("at", utc(at))
        .update();
  }

  int interrupt(Instant at) {
    return jdbc.sql(INTERRUPT).param("at", utc(at)).update();
  }

  /** The recordings of those that ended before. */
  void dropFiles(Instant before) {
    jdbc.sql(DROP_FILES).param("before", utc(before)).update();
  }

  Optional<String> report(long id) {
    return jdbc.sql(REPORT).param("id", id).query(String.class).optional();
  }

  Optional<View> find(long id) {
    return jdbc.sql(BY_ID).param("id", id).query(rows).optional();
  }

  List<View> list(@Nullable String processId, int limit) {
    return jdbc.sql(NEWEST)
        .param("processId", processId, Types.VARCHAR)
        .param("limit", limit)
        .query(rows)
        .list();
  }

  Optional<View> latest(String drawingHash) {
    return jdbc.sql(LATEST).param("hash", drawingHash).query(rows).optional();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
