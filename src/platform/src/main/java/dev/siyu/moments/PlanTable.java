package dev.siyu.moments;

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

/** The moments as they are kept, and every change of their state. */
@Component
class PlanTable {

  private static final String NEXT =
      "SELECT min(next_at) FROM moment_plan WHERE next_at IS NOT NULL";
  private static final String DUE =
      """
      SELECT * FROM moment_plan WHERE next_at <= :now ORDER BY next_at, id LIMIT :limit
      """;
  private static final String ONE = "SELECT * FROM moment_plan WHERE id = :id";
  private static final String INSERT =
      """
      INSERT INTO moment_plan (content, tags, publish_at, state, planned_by, planned_at, next_at)
      VALUES (:content, :tags, :at, 'PLANNED', :who, :now, :at) RETURNING id
      """;
  private static final String MOVE =
      """
      UPDATE moment_plan SET state = :state, next_at = :next, note = :note,
        rule = coalesce(:rule, rule), job_id = coalesce(:job, job_id),
        moment_id = coalesce(:moment, moment_id), content_version = coalesce(:version,
          content_version), said = coalesce(:said, said), stop_for = coalesce(:stop, stop_for),
        claimed_at = CASE :state WHEN 'CREATING' THEN :now ELSE claimed_at END,
        opened_at = CASE :state WHEN 'OPEN' THEN :now ELSE opened_at END,
        done_until = CASE :state WHEN 'OPEN' THEN :now ELSE done_until END,
        ended_at = CASE WHEN :open THEN NULL ELSE :now::timestamptz END,
        figures_until = CASE WHEN :state IN ('PUBLISHED', 'PARTLY') THEN :figures
          ELSE figures_until END
      WHERE id = :id AND state = ANY (:before::text[])
      """;
  private static final String LATER =
      """
      UPDATE moment_plan SET next_at = :next, note = coalesce(:note, note) WHERE id = :id
        AND next_at IS NOT NULL
      """;
  private static final String STEP =
      """
      UPDATE moment_plan SET done_until = :done, reminders = reminders + :reminded,
        lead_told_at = CASE WHEN :lead THEN coalesce(lead_told_at, :now::timestamptz)
          ELSE lead_told_at END
      WHERE id = :id AND state = 'OPEN' AND done_until < :done
      """;
  private static final String LOOKED = "UPDATE moment_plan SET looked_up_at = :now WHERE id = :id";
  private static final String REST =
      "UPDATE moment_plan SET next_at = NULL, note = coalesce(:note, note) WHERE id = :id";
  private static final String EVENT =
      """
      INSERT INTO moment_event (plan_id, at, what, who, note)
      VALUES (:id, :now, :what, :who, :note)
      """;
  private static final String CLAIMED =
      "SELECT claimed_at FROM moment_plan WHERE claimed_at > :from ORDER BY claimed_at";

  /** What a change of state writes besides; null: as it was. */
  record Change(
      @Nullable Instant next,
      @Nullable String rule,
      @Nullable String note,
      @Nullable String jobId,
      @Nullable String momentId,
      @Nullable Integer version,
      @Nullable String said,
      Plan.@Nullable StopFor stopFor,
      @Nullable Instant figuresUntil) {

    static Change next(Instant next) {
      return new Change(next, null, null, null, null, null, null, null, null);
    }

    static Change next(Instant next, @Nullable String note) {
      return new Change(next, null, note, null, null, null, null, null, null);
    }

    static Change end(@Nullable String rule, @Nullable String note) {
      return new Change(null, rule, note, null, null, null, null, null, null);
    }
  }

  private final JdbcClient jdbc;

  PlanTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(NEXT)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<Plan> due(Instant now, int limit) {
    return jdbc.sql(DUE)
        .param("now", sql(now))
        .param("limit", limit)
        .query((row, n) -> plan(row))
        .list();
  }

  Optional<Plan> find(long id) {
    return jdbc.sql(ONE).param("id", id).query((row, n) -> plan(row)).optional();
  }

  long insert(MomentPlans.Order order, Instant at, String who, Instant now) {
    return jdbc.sql(INSERT)
        .param("content", order.content())
        .param("tags", order.tags().toArray(String[]::new))
        .param("at", sql(at))
        .param("who", who)
        .param("now", sql(now))
        .query(Long.class)
        .single();
  }

  /** False when it moved on meanwhile. */
  boolean move(long id, MomentState state, Change change, Instant now, @Nullable String who) {
    var stop = change.stopFor();
    boolean moved =
        jdbc.sql(MOVE)
                .param("id", id)
                .param("state", state.name())
                .param("before", MomentState.before(state))
                .param("open", state.isOpen())
                .param("next", orNull(change.next()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("rule", change.rule(), Types.VARCHAR)
                .param("note", change.note(), Types.VARCHAR)
                .param("job", change.jobId(), Types.VARCHAR)
                .param("moment", change.momentId(), Types.VARCHAR)
                .param("version", change.version(), Types.INTEGER)
                .param("said", change.said(), Types.VARCHAR)
                .param("stop", stop == null ? null : stop.name(), Types.VARCHAR)
                .param("figures", orNull(change.figuresUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", sql(now))
                .update()
            == 1;
    if (moved) {
      note(id, state.name(), who, change.note(), now);
    }
    return moved;
  }

  /** The step could not be taken, or nothing is to be done before {@code next}. */
  void later(long id, Instant next, @Nullable String note) {
    jdbc.sql(LATER)
        .param("id", id)
        .param("next", sql(next))
        .param("note", note, Types.VARCHAR)
        .update();
  }

  /** False when the step was taken before. */
  boolean step(Plan plan, MomentSteps.Planned done, Instant now) {
    boolean reminds = done.step() == MomentSteps.Step.REMIND;
    return jdbc.sql(STEP)
            .param("id", plan.id())
            .param("done", sql(done.at()))
            .param("reminded", reminds ? 1 : 0)
            .param("lead", done.step() == MomentSteps.Step.TELL_LEAD)
            .param("now", sql(now))
            .update()
        == 1;
  }

  void looked(long id, Instant now) {
    jdbc.sql(LOOKED).param("id", id).param("now", sql(now)).update();
  }

  /** Nothing is to be done about it by itself any more. */
  void rest(long id, @Nullable String note) {
    jdbc.sql(REST).param("id", id).param("note", note, Types.VARCHAR).update();
  }

  void note(long id, String what, @Nullable String who, @Nullable String note, Instant now) {
    jdbc.sql(EVENT)
        .param("id", id)
        .param("now", sql(now))
        .param("what", what)
        .param("who", who, Types.VARCHAR)
        .param("note", note, Types.VARCHAR)
        .update();
  }

  /** When moments were created since then, oldest first. */
  List<Instant> createdSince(Instant from) {
    return jdbc.sql(CLAIMED)
        .param("from", sql(from))
        .query((row, n) -> Objects.requireNonNull(instant(row, "claimed_at")))
        .list();
  }

  private static Plan plan(ResultSet row) throws SQLException {
    var stop = row.getString("stop_for");
    return new Plan(
        row.getLong("id"),
        row.getString("content"),
        texts(row, "tags"),
        Objects.requireNonNull(instant(row, "publish_at")),
        MomentState.valueOf(row.getString("state")),
        row.getString("said"),
        row.getString("job_id"),
        row.getString("moment_id"),
        instant(row, "claimed_at"),
        instant(row, "opened_at"),
        instant(row, "done_until"),
        stop == null ? null : Plan.StopFor.valueOf(stop),
        instant(row, "figures_until"));
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
    return at == null ? null : sql(at);
  }
}
