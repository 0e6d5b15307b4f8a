package dev.siyu.touchpoints;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mass sends in the ledger that a staff member still has to confirm. */
@Component
class QueuedSends {

  private static final String NEXT =
      "SELECT min(next_check_at) FROM touchpoint WHERE state = 'QUEUED'";
  private static final String DUE_TASKS =
      """
      SELECT provider_id AS "msgId", staff_user_id AS "staffUserId" FROM touchpoint
      WHERE state = 'QUEUED' AND next_check_at <= :now
      GROUP BY provider_id, staff_user_id ORDER BY min(next_check_at) LIMIT :limit
      """;
  private static final String OF_TASK =
      """
      SELECT t.id, t.claimed_at, c.external_user_id FROM touchpoint t
      LEFT JOIN customer_alias al ON al.alias = t.customer_id
      LEFT JOIN customer c ON c.id = coalesce(al.customer_id, t.customer_id)
      WHERE t.state = 'QUEUED' AND t.provider_id = :msgId AND t.next_check_at <= :now
      """;
  private static final String END =
      """
      WITH ended AS (
        UPDATE touchpoint SET state = :state, rule = :rule, reason = :reason, updated_at = :now,
          next_check_at = NULL, checks = checks + 1
        WHERE id = :id AND state = ANY (:before::text[])
        RETURNING id, provider_id)
      INSERT INTO touchpoint_event (touchpoint_id, at, state, rule, reason, provider_id)
      SELECT id, :now, :state, :rule, :reason, provider_id FROM ended
      """;
  private static final String LATER =
      """
      UPDATE touchpoint SET next_check_at = :next, checks = checks + :checked
      WHERE id = :id AND state = 'QUEUED'
      """;

  /** A mass-send task at WeCom with touches to look up. */
  record Task(String msgId, String staffUserId) {}

  record Queued(long id, Instant claimedAt, @Nullable String externalUserId) {}

  private final JdbcClient jdbc;

  QueuedSends(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(NEXT)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<Task> dueTasks(Instant now, int limit) {
    return jdbc.sql(DUE_TASKS)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(Task.class)
        .list();
  }

  List<Queued> of(Task task, Instant now) {
    return jdbc.sql(OF_TASK)
        .param("msgId", task.msgId())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> queued(row))
        .list();
  }

  void end(long id, TouchState state, @Nullable String rule, @Nullable String reason, Instant now) {
    jdbc.sql(END)
        .param("id", id)
        .param("state", state.name())
        .param("rule", rule, java.sql.Types.VARCHAR)
        .param("reason", reason, java.sql.Types.VARCHAR)
        .param("before", TouchState.before(state))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** {@code checked} false when the look-up itself failed. */
  void later(long id, Instant next, boolean checked) {
    jdbc.sql(LATER)
        .param("id", id)
        .param("next", next.atOffset(ZoneOffset.UTC))
        .param("checked", checked ? 1 : 0)
        .update();
  }

  private static Queued queued(ResultSet row) throws SQLException {
    return new Queued(
        row.getLong("id"),
        Objects.requireNonNull(Rows.instant(row, "claimed_at")),
        row.getString("external_user_id"));
  }
}
