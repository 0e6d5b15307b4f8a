package dev.siyu.touchpoints;

import dev.siyu.customers.CustomerId;
import dev.siyu.touchpoints.MassSendTask.CancelFor;
import dev.siyu.touchpoints.MassSendTask.Unsent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open mass-send tasks: which are due, and each step they take. */
@Component
class MassSendTaskTable {

  private static final String NEXT =
      "SELECT min(next_step_at) FROM mass_send_task WHERE ended_at IS NULL";
  private static final String DUE =
      """
      SELECT * FROM mass_send_task WHERE ended_at IS NULL AND next_step_at <= :now
      ORDER BY next_step_at LIMIT :limit
      """;
  private static final String UNSENT =
      """
      SELECT t.*, c.external_user_id FROM touchpoint t
      LEFT JOIN customer_alias al ON al.alias = t.customer_id
      LEFT JOIN customer c ON c.id = coalesce(al.customer_id, t.customer_id)
      WHERE t.state = 'QUEUED' AND t.provider_id = :msgId ORDER BY t.id
      """;
  private static final String STEP =
      """
      UPDATE mass_send_task SET state = :state, done_until = greatest(done_until, :done),
        next_step_at = :next, looked_up_at = :now, note = coalesce(:note, note),
        reminders = reminders + :reminded,
        reminded_at = CASE :reminded WHEN 1 THEN :now ELSE reminded_at END,
        escalated_at = CASE :state WHEN 'ESCALATED' THEN coalesce(escalated_at, :now)
          ELSE escalated_at END,
        lead_user_id = coalesce(:lead, lead_user_id), cancel_for = coalesce(:cancel, cancel_for)
      WHERE msg_id = :msgId AND ended_at IS NULL
        AND (state = :state OR state = ANY (:before::text[]))
      """;
  private static final String LATER =
      """
      UPDATE mass_send_task SET next_step_at = :next, note = coalesce(:note, note)
      WHERE msg_id = :msgId AND ended_at IS NULL
      """;
  private static final String END =
      """
      UPDATE mass_send_task SET state = :state, ended_at = :now, next_step_at = NULL,
        looked_up_at = :now, note = coalesce(:note, note)
      WHERE msg_id = :msgId AND state = ANY (:before::text[])
      """;

  /**
   * A step taken.
   *
   * @param doneUntil the plan's moment that is done with it
   * @param reminded whether a reminder was used up
   */
  record Step(
      MassSendState state,
      Instant doneUntil,
      Instant next,
      boolean reminded,
      @Nullable String lead,
      @Nullable CancelFor cancelFor,
      @Nullable String note) {

    static Step stay(MassSendState state, Instant doneUntil, Instant next) {
      return new Step(state, doneUntil, next, false, null, null, null);
    }
  }

  private final JdbcClient jdbc;
  private final MassSendSettings settings;

  MassSendTaskTable(JdbcClient jdbc, MassSendSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(NEXT)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<MassSendTask> due(Instant now, int limit) {
    return jdbc.sql(DUE)
        .param("now", at(now))
        .param("limit", limit)
        .query((row, n) -> task(row))
        .list();
  }

  List<Unsent> unsent(String msgId) {
    return jdbc.sql(UNSENT).param("msgId", msgId).query((row, n) -> unsent(row)).list();
  }

  /** False when the task moved on meanwhile. */
  boolean step(String msgId, Step step, Instant now) {
    return jdbc.sql(STEP)
            .param("msgId", msgId)
            .param("state", step.state().name())
            .param("before", MassSendState.before(step.state()))
            .param("done", at(step.doneUntil()))
            .param("next", at(step.next()))
            .param("now", at(now))
            .param("reminded", step.reminded() ? 1 : 0)
            .param("lead", step.lead(), Types.VARCHAR)
            .param(
                "cancel", step.cancelFor() == null ? null : step.cancelFor().name(), Types.VARCHAR)
            .param("note", step.note(), Types.VARCHAR)
            .update()
        == 1;
  }

  /** The step could not be taken; again at {@code next}. */
  void later(String msgId, Instant next, @Nullable String note) {
    jdbc.sql(LATER)
        .param("msgId", msgId)
        .param("next", at(next))
        .param("note", note, Types.VARCHAR)
        .update();
  }

  boolean end(String msgId, MassSendEnding ending, Instant now) {
    var note = ending instanceof MassSendEnding.Withdrawn why ? why.reason() : null;
    return jdbc.sql(END)
            .param("msgId", msgId)
            .param("state", ending.state().name())
            .param("before", MassSendState.before(ending.state()))
            .param("now", at(now))
            .param("note", note, Types.VARCHAR)
            .update()
        == 1;
  }

  private MassSendTask task(ResultSet row) throws SQLException {
    var created = Objects.requireNonNull(Rows.instant(row, "created_at"));
    var cancel = row.getString("cancel_for");
    return new MassSendTask(
        row.getString("msg_id"),
        row.getString("staff_user_id"),
        MassSendState.valueOf(row.getString("state")),
        row.getString("said"),
        created,
        Objects.requireNonNullElse(
            Rows.instant(row, "deadline"), MassSendPlan.deadline(created, settings)),
        Objects.requireNonNull(Rows.instant(row, "done_until")),
        cancel == null ? null : CancelFor.valueOf(cancel));
  }

  private static Unsent unsent(ResultSet row) throws SQLException {
    var key =
        new TouchKey(
            new CustomerId(row.getString("customer_id")),
            row.getString("journey"),
            row.getString("step"),
            row.getString("occurrence"));
    var touch =
        new Touch(
            key,
            Medium.valueOf(row.getString("medium")),
            row.getString("content"),
            row.getString("staff_user_id"),
            Rows.instant(row, "nudges_since"),
            row.getLong("element_instance_key"),
            null,
            Priority.valueOf(row.getString("priority")));
    return new Unsent(
        row.getLong("id"), touch, row.getInt("content_version"), row.getString("external_user_id"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
