package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;
import static dev.siyu.history.exporter.Rows.text;
import static dev.siyu.history.exporter.Rows.time;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job as its last event left it. */
record JobRow(
    long key,
    long instanceKey,
    String elementId,
    long elementInstanceKey,
    String type,
    String state,
    int retries,
    @Nullable Instant backoffUntil,
    @Nullable String errorMessage,
    @Nullable String worker,
    @Nullable Instant createdAt,
    @Nullable Instant endedAt)
    implements Change {

  private static final String WRITE =
      """
      insert into history.job as j (key, instance_key, element_id, element_instance_key, type, state,
        retries, backoff_until, error_message, worker, created_at, ended_at)
      select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (key) do update set
        element_id = excluded.element_id, state = excluded.state, retries = excluded.retries,
        backoff_until = excluded.backoff_until,
        error_message = coalesce(excluded.error_message, j.error_message),
        worker = coalesce(excluded.worker, j.worker),
        created_at = coalesce(j.created_at, excluded.created_at),
        ended_at = excluded.ended_at
      """;

  static Rows<JobRow> rows() {
    return new Rows<>(
        WRITE,
        JobRow::merge,
        List.of(
            number(JobRow::key),
            number(JobRow::instanceKey),
            text(JobRow::elementId),
            number(JobRow::elementInstanceKey),
            text(JobRow::type),
            text(JobRow::state),
            number(JobRow::retries),
            time(JobRow::backoffUntil),
            text(JobRow::errorMessage),
            text(JobRow::worker),
            time(JobRow::createdAt),
            time(JobRow::endedAt)));
  }

  private static JobRow merge(JobRow earlier, JobRow later) {
    return new JobRow(
        later.key,
        later.instanceKey,
        later.elementId,
        later.elementInstanceKey,
        later.type,
        later.state,
        later.retries,
        later.backoffUntil,
        later.errorMessage == null ? earlier.errorMessage : later.errorMessage,
        later.worker == null ? earlier.worker : later.worker,
        earlier.createdAt == null ? later.createdAt : earlier.createdAt,
        later.endedAt);
  }

  boolean isStopped() {
    return state.equals("FAILED") || state.equals("ERROR_THROWN");
  }

  JobRow nudged(JobNudge nudge) {
    boolean revived = nudge.revive() && isStopped();
    return new JobRow(
        key,
        instanceKey,
        elementId,
        elementInstanceKey,
        type,
        revived ? "CREATED" : state,
        nudge.retries() == null ? retries : nudge.retries().intValue(),
        backoffUntil,
        errorMessage,
        worker,
        createdAt,
        revived ? null : endedAt);
  }

  @Override
  public void mergeInto(Projections projections) {
    projections.jobs.put(key, this);
  }
}
