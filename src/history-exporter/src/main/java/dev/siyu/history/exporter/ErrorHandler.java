package dev.siyu.history.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ErrorIntent;
import io.camunda.zeebe.protocol.record.value.ErrorRecordValue;
import java.time.Instant;
import java.util.List;

/** Failures inside the engine; what belongs to no instance is only recorded. */
final class ErrorHandler implements Handler<ErrorRecordValue> {

  @Override
  public List<Change> changes(Record<ErrorRecordValue> record) {
    ErrorRecordValue value = record.getValue();
    if (record.getIntent() != ErrorIntent.CREATED || value.getProcessInstanceKey() <= 0) {
      return List.of();
    }
    return List.of(
        new GivenUp(
            value.getProcessInstanceKey(),
            "the engine gave this run up and does nothing for it any more; no retry helps: "
                + value.getExceptionMessage(),
            Instant.ofEpochMilli(record.getTimestamp())));
  }
}
