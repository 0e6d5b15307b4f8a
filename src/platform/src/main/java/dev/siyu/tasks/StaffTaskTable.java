package dev.siyu.tasks;

import dev.siyu.tasks.StaffTasks.NewTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of staff tasks; each change is guarded by the state machine. */
@Component
class StaffTaskTable {

  private static final String OPEN =
      """
      INSERT INTO staff_task (key, root, staff_user_id, customer_id, journey, step, title, content,
        tell_lead, state, created_at, deadline, remind_at, next_at)
      VALUES (:key, :root, :staff, :customer, :journey, :step, :title, :content, :tellLead, 'OPEN',
        :now, :deadline, :remindAt, :next)
      ON CONFLICT (key) DO NOTHING RETURNING id
      """;
  private static final String ID = "SELECT id FROM staff_task WHERE key = :key";
  private static final String FIND = "SELECT * FROM staff_task WHERE id = :id";
  private static final String NEXT = "SELECT min(next_at) FROM staff_task WHERE ended_at IS NULL";
  private static final String DUE =
      """
      SELECT * FROM staff_task WHERE ended_at IS NULL AND next_at <= :now
      ORDER BY next_at, id LIMIT :limit
      """;
  private static final String MOVE =
      """
      UPDATE staff_task SET state = :state, until = :until, remind_at = :remindAt, next_at = :next
      WHERE id = :id AND ended_at IS NULL AND (state = :state OR state = ANY (:before))
      """;
  private static final String END =
      """
      UPDATE staff_task SET state = :state, ended_at = :now, next_at = NULL, ended_by = :by,
        note = :note, handed_to = :to
      WHERE id = :id AND state = ANY (:before)
      """;

  private final JdbcClient jdbc;

  StaffTaskTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when the key exists. */
  Optional<Long> open(
      NewTask task, @Nullable Long root, Instant now, @Nullable Instant remindAt, Instant next) {
    return jdbc.sql(OPEN)
        .param("key", task.key())
        .param("root", root, Types.BIGINT)
        .param("staff", task.staffUserId())
        .param("customer", task.customerId(), Types.VARCHAR)
        .param("journey", task.journey())
        .param("step", task.step())
        .param("title", task.title())
        .param("content", task.content())
        .param("tellLead", task.tellLead())
        .param("now", at(now))
        .param("deadline", at(task.deadline()))
        .param("remindAt", at(remindAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("next", at(next))
        .query(Long.class)
        .optional();
  }

  long id(String key) {
    return jdbc.sql(ID).param("key", key).query(Long.class).single();
  }

  Optional<StaffTask> find(long id) {
    return jdbc.sql(FIND).param("id", id).query((row, n) -> task(row)).optional();
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(NEXT)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<StaffTask> due(Instant now, int limit) {
    return jdbc.sql(DUE)
        .param("now", at(now))
        .param("limit", limit)
        .query((row, n) -> task(row))
        .list();
  }

  /** False when the task may not go there (any more). */
  boolean move(
      StaffTask task, StaffTaskState state, @Nullable Instant until, @Nullable Instant remindAt) {
    return jdbc.sql(MOVE)
            .param("id", task.id())
            .param("state", state.name())
            .param("before", StaffTaskState.before(state))
            .param("until", at(until), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("remindAt", at(remindAt), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("next", at(StaffTaskPlan.next(state, task.deadline(), until, remindAt)))
            .update()
        == 1;
  }

  boolean end(long id, StaffTaskEnding ending, Instant now) {
    var sql =
        jdbc.sql(END)
            .param("id", id)
            .param("state", ending.state().name())
            .param("before", StaffTaskState.before(ending.state()))
            .param("now", at(now));
    return switch (ending) {
          case StaffTaskEnding.Done done -> ended(sql, done.by(), done.note(), null);
          case StaffTaskEnding.HandedOver handed ->
              ended(sql, handed.by(), handed.note(), handed.to());
          case StaffTaskEnding.Expired expired -> ended(sql, null, null, null);
        }
        == 1;
  }

  private static int ended(
      JdbcClient.StatementSpec sql,
      @Nullable String by,
      @Nullable String note,
      @Nullable String to) {
    return sql.param("by", by, Types.VARCHAR)
        .param("note", note, Types.VARCHAR)
        .param("to", to, Types.VARCHAR)
        .update();
  }

  private static StaffTask task(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    long root = row.getLong("root");
    return new StaffTask(
        id,
        root == 0 ? id : root,
        row.getString("staff_user_id"),
        row.getString("customer_id"),
        row.getString("journey"),
        row.getString("step"),
        row.getString("title"),
        row.getString("content"),
        row.getBoolean("tell_lead"),
        StaffTaskState.valueOf(row.getString("state")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("deadline", OffsetDateTime.class).toInstant(),
        instant(row, "remind_at"),
        instant(row, "until"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
