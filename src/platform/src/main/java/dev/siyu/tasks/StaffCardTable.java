package dev.siyu.tasks;

import dev.siyu.wecom.StaffCards.Card;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cards with the face each is to show; a row is claimed and committed before its call leaves. */
@Component
class StaffCardTable {

  private static final String ADD =
      """
      INSERT INTO staff_card (task_id, staff_user_id, card, state, created_at, next_at)
      VALUES (:task, :staff, :card::jsonb, 'WAITING', :now, :now) ON CONFLICT (task_id) DO NOTHING
      """;
  private static final String CHANGE =
      """
      UPDATE staff_card SET card = :card::jsonb, face = face + 1, woken = woken + 1,
        next_at = CASE WHEN state IN ('SENT', 'UNKNOWN') THEN :now::timestamptz
          WHEN state = 'WAITING' AND :over THEN NULL ELSE next_at END,
        state = CASE WHEN state = 'WAITING' AND :over THEN 'DROPPED' ELSE state END
      WHERE task_id = :task
      """;
  private static final String NEXT =
      """
      SELECT least((SELECT min(next_at) FROM staff_card WHERE next_at IS NOT NULL),
        (SELECT min(claimed_at) FROM staff_card WHERE state = 'SENDING')
          + :millis * interval '1 millisecond')
      """;
  private static final String DUE =
      "SELECT * FROM staff_card WHERE next_at <= :now ORDER BY next_at, task_id LIMIT 200";
  private static final String CLAIM =
      """
      UPDATE staff_card SET state = 'SENDING', claimed_at = :now, next_at = NULL
      WHERE task_id = :task AND state = 'WAITING'
      """;
  private static final String SENT =
      """
      UPDATE staff_card SET state = :state, reason = :reason, claimed_at = NULL, shown = :shown,
        next_at = CASE WHEN :state IN ('SENT', 'UNKNOWN') AND face > :shown
          THEN :now::timestamptz END
      WHERE task_id = :task AND state = 'SENDING'
      """;
  private static final String BACK =
      """
      UPDATE staff_card SET state = 'WAITING', reason = :reason, claimed_at = NULL, next_at = :next
      WHERE task_id = :task AND state = 'SENDING'
      """;
  private static final String LATER =
      """
      UPDATE staff_card SET next_at = :next, reason = :reason
      WHERE task_id = :task AND woken = :woken
      """;
  private static final String SHOWN =
      """
      UPDATE staff_card SET shown = greatest(shown, :shown), reason = NULL,
        next_at = CASE WHEN face > :shown THEN :now::timestamptz END
      WHERE task_id = :task
      """;
  private static final String WAKE =
      """
      UPDATE staff_card SET next_at = :now, woken = woken + 1
      WHERE task_id = :task AND face > shown AND state IN ('SENT', 'UNKNOWN')
      """;
  private static final String SWEEP =
      """
      UPDATE staff_card SET state = 'UNKNOWN', claimed_at = NULL,
        reason = '已发起调用，但没有记录到结果'
      WHERE state = 'SENDING' AND claimed_at <= :before
      """;
  private static final String WAITING =
      """
      SELECT count(*) FROM staff_card
      WHERE staff_user_id = :staff AND state = 'WAITING' AND next_at IS NOT NULL
      """;
  private static final String KNOWN = "SELECT count(*) FROM staff_card WHERE task_id = :task";

  /**
   * A card that wants something.
   *
   * @param woken what was seen of its reasons to want something
   */
  record Row(String taskId, String staff, Card card, int face, int woken, boolean waiting) {}

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  StaffCardTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String staff, Card card, Instant now) {
    about(ADD, card.taskId(), now)
        .param("staff", staff)
        .param("card", json.writeValueAsString(card))
        .update();
  }

  void change(Card card, boolean over, Instant now) {
    about(CHANGE, card.taskId(), now)
        .param("card", json.writeValueAsString(card))
        .param("over", over)
        .update();
  }

  long countWaiting(String staff) {
    return jdbc.sql(WAITING).param("staff", staff).query(Long.class).single();
  }

  boolean knows(String task) {
    return jdbc.sql(KNOWN).param("task", task).query(Long.class).single() == 1;
  }

  Optional<Instant> nextDue(Duration callTimeout) {
    return jdbc.sql(NEXT)
        .param("millis", callTimeout.toMillis())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<Row> due(Instant now) {
    return jdbc.sql(DUE).param("now", at(now)).query((row, n) -> row(row)).list();
  }

  /** False when somebody else has it. */
  boolean claim(String task, Instant now) {
    return about(CLAIM, task, now).update() == 1;
  }

  /**
   * How a send ended.
   *
   * @param shown face that WeCom has now
   */
  void ended(String task, String state, @Nullable String reason, int shown, Instant now) {
    about(SENT, task, now)
        .param("state", state)
        .param("reason", reason, Types.VARCHAR)
        .param("shown", shown)
        .update();
  }

  void back(String task, String reason, Instant next) {
    jdbc.sql(BACK).param("task", task).param("reason", reason).param("next", at(next)).update();
  }

  /**
   * Nothing happens when it was woken meanwhile, e.g. by a press with a code.
   *
   * @param next null: nothing more to do until something changes
   */
  void later(Row row, @Nullable Instant next, @Nullable String reason) {
    jdbc.sql(LATER)
        .param("task", row.taskId())
        .param("woken", row.woken())
        .param("reason", reason, Types.VARCHAR)
        .param("next", next == null ? null : at(next), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  void shown(String task, int face, Instant now) {
    about(SHOWN, task, now).param("shown", face).update();
  }

  void wake(String task, Instant now) {
    about(WAKE, task, now).update();
  }

  /** Claims whose end nobody recorded become UNKNOWN; answers how many. */
  int sweep(Instant now, Duration callTimeout) {
    return jdbc.sql(SWEEP).param("before", at(now.minus(callTimeout))).update();
  }

  private JdbcClient.StatementSpec about(String sql, String task, Instant now) {
    return jdbc.sql(sql).param("task", task).param("now", at(now));
  }

  private Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("task_id"),
        row.getString("staff_user_id"),
        json.readValue(row.getString("card"), Card.class),
        row.getInt("face"),
        row.getInt("woken"),
        row.getString("state").equals("WAITING"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
