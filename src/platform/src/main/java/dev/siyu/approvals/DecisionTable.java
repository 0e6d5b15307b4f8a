package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalInbox.Channel;
import dev.siyu.approvals.ApprovalInbox.Said;
import dev.siyu.approvals.ApprovalInbox.SaidState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people decided; also the outbox to the engine. */
@Component
class DecisionTable {

  private static final String ADD =
      """
      INSERT INTO approval_decision (task_key, request_id, level, group_name, answer, person,
        person_id, in_place_of, in_place_of_id, seen_hash, form, form_hash, comment, channel,
        waited_since, at, state, next_at, attachments)
      VALUES (:task, :request, :level, :group, :answer, :person, :personId, :inPlaceOf,
        :inPlaceOfId, :hash, :form::jsonb, :formHash, :comment, :channel, :since, :now, 'STORED',
        :now, ARRAY(SELECT sha256 FROM approval_attachment WHERE request_id = :request ORDER BY id))
      ON CONFLICT (task_key) DO NOTHING
      RETURNING id
      """;
  private static final String OF =
      "SELECT * FROM approval_decision WHERE request_id = :request ORDER BY id";
  private static final String OF_TASK = "SELECT * FROM approval_decision WHERE task_key = :task";
  private static final String NEXT =
      "SELECT min(next_at) FROM approval_decision WHERE state = 'STORED'";
  private static final String DUE =
      """
      SELECT * FROM approval_decision WHERE state = 'STORED' AND next_at <= :now
      ORDER BY id LIMIT 100
      """;
  private static final String SETTLE =
      """
      UPDATE approval_decision SET state = :state, next_at = NULL, settled_at = :now
       WHERE id = ANY (:ids) AND state = 'STORED'
      """;
  private static final String LATER =
      """
      UPDATE approval_decision SET next_at = :next, tries = tries + 1
       WHERE id = :id AND state = 'STORED'
      """;

  /** A decision as it is stored, with what the engine and four eyes need. */
  record Row(
      long id,
      long request,
      long taskKey,
      String answer,
      long personId,
      @Nullable Long inPlaceOfId,
      int tries,
      Said said) {

    boolean isTooLate() {
      return said.state() == SaidState.TOO_LATE;
    }
  }

  /** A decision to store. */
  record Fresh(
      TaskReads.Task task,
      AskedRequest asked,
      int level,
      String answer,
      Human person,
      @Nullable Human inPlaceOf,
      String hash,
      String form,
      String comment,
      Channel channel) {}

  private final JdbcClient jdbc;

  DecisionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when the task was decided before. */
  Optional<Long> add(Fresh fresh, Instant now) {
    var since = fresh.task().createdAt();
    var inPlaceOf = fresh.inPlaceOf();
    return jdbc.sql(ADD)
        .param("task", fresh.task().key())
        .param("request", fresh.asked().id())
        .param("level", fresh.level())
        .param("group", fresh.task().group())
        .param("answer", fresh.answer())
        .param("person", fresh.person().name())
        .param("personId", fresh.person().id())
        .param("inPlaceOf", inPlaceOf == null ? null : inPlaceOf.name(), Types.VARCHAR)
        .param("inPlaceOfId", inPlaceOf == null ? null : inPlaceOf.id(), Types.BIGINT)
        .param("hash", fresh.hash())
        .param("form", fresh.form())
        .param("formHash", DigestUtils.sha256Hex(fresh.form()))
        .param("comment", fresh.comment())
        .param("channel", fresh.channel().name())
        .param("since", since == null ? null : at(since), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", at(now))
        .query(Long.class)
        .optional();
  }

  List<Row> of(long request) {
    return jdbc.sql(OF).param("request", request).query((row, n) -> row(row)).list();
  }

  Optional<Row> ofTask(long task) {
    return jdbc.sql(OF_TASK).param("task", task).query((row, n) -> row(row)).optional();
  }

  List<Said> effectiveOf(long request) {
    return of(request).stream()
        .map(Row::said)
        .filter(said -> said.state() == SaidState.EFFECTIVE)
        .filter(said -> !said.answer().equals("ANSWER") && !said.answer().equals("ASK_BACK"))
        .toList();
  }

  /** Whose signature counts: who asked back or was asked back has still to sign. */
  Set<String> groupsAgreed(long request, int level) {
    return of(request).stream()
        .filter(row -> !row.isTooLate() && row.said().level() == level)
        .filter(row -> row.answer().equals("APPROVE"))
        .map(row -> row.said().group())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** Whether somebody's asking back ended the round of the tasks with greater keys. */
  boolean isAskedBack(long request, int level, long afterTask) {
    return of(request).stream()
        .filter(row -> row.taskKey() > afterTask && row.said().level() == level)
        .filter(row -> row.said().state() == SaidState.EFFECTIVE)
        .anyMatch(row -> row.answer().equals("ASK_BACK"));
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(NEXT)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<Row> due(Instant now) {
    return jdbc.sql(DUE).param("now", at(now)).query((row, n) -> row(row)).list();
  }

  void effective(List<Long> ids, Instant now) {
    settle(ids, SaidState.EFFECTIVE, now);
  }

  void settle(List<Long> ids, SaidState state, Instant now) {
    jdbc.sql(SETTLE)
        .param("ids", ids.toArray(Long[]::new))
        .param("state", state.name())
        .param("now", at(now))
        .update();
  }

  void later(long id, Instant next) {
    jdbc.sql(LATER).param("id", id).param("next", at(next)).update();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("request_id"),
        row.getLong("task_key"),
        row.getString("answer"),
        row.getLong("person_id"),
        row.getObject("in_place_of_id", Long.class),
        row.getInt("tries"),
        new Said(
            row.getInt("level"),
            row.getString("group_name"),
            row.getString("answer"),
            row.getString("person"),
            row.getString("in_place_of"),
            row.getString("comment"),
            Channel.valueOf(row.getString("channel")),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            SaidState.valueOf(row.getString("state"))));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
