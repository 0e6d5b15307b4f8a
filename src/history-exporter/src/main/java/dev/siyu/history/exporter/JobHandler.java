package dev.siyu.history.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class JobHandler implements Handler<JobRecordValue> {

  private static final Map<Intent, String> STATES =
      Map.of(
          JobIntent.CREATED, "CREATED",
          JobIntent.TIMED_OUT, "CREATED",
          JobIntent.RECURRED_AFTER_BACKOFF, "CREATED",
          JobIntent.FAILED, "FAILED",
          JobIntent.COMPLETED, "COMPLETED",
          JobIntent.CANCELED, "CANCELED",
          JobIntent.ERROR_THROWN, "ERROR_THROWN");

  @Override
  public List<Change> changes(Record<JobRecordValue> record) {
    if (record.getIntent() == JobIntent.RETRIES_UPDATED) {
      long retries = record.getValue().getRetries();
      return List.of(new JobNudge(record.getKey(), retries, false));
    }
    String state = STATES.get(record.getIntent());
    return state == null ? List.of() : List.of(row(record, state));
  }

  private static JobRow row(Record<JobRecordValue> record, String afterIntent) {
    JobRecordValue value = record.getValue();
    Instant at = Instant.ofEpochMilli(record.getTimestamp());
    boolean created = record.getIntent() == JobIntent.CREATED;
    boolean failed = record.getIntent() == JobIntent.FAILED;
    String state = failed && value.getRetries() > 0 ? "CREATED" : afterIntent;
    return new JobRow(
        record.getKey(),
        value.getProcessInstanceKey(),
        value.getElementId(),
        value.getElementInstanceKey(),
        value.getType(),
        state,
        value.getRetries(),
        failed && value.getRetries() > 0 ? backoff(value) : null,
        Values.given(value.getErrorMessage()),
        Values.given(value.getWorker()),
        created ? at : null,
        state.equals("CREATED") || state.equals("FAILED") ? null : at);
  }

  private static @Nullable Instant backoff(JobRecordValue value) {
    return value.getRetryBackoff() > 0 ? Values.givenTime(value.getRecurringTime()) : null;
  }

  @Override
  public String elementId(JobRecordValue value) {
    return value.getElementId();
  }
}
