package dev.siyu.history.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import java.time.Instant;
import java.util.List;

final class IncidentHandler implements Handler<IncidentRecordValue> {

  @Override
  public List<Change> changes(Record<IncidentRecordValue> record) {
    IncidentRecordValue value = record.getValue();
    boolean created = record.getIntent() == IncidentIntent.CREATED;
    boolean resolved = record.getIntent() == IncidentIntent.RESOLVED;
    Instant at = Instant.ofEpochMilli(record.getTimestamp());
    var row =
        new IncidentRow(
            record.getKey(),
            value.getProcessInstanceKey(),
            value.getProcessDefinitionKey(),
            value.getElementId(),
            value.getElementInstanceKey(),
            Values.given(value.getJobKey()),
            value.getErrorType().name(),
            value.getErrorMessage(),
            created ? at : null,
            resolved ? at : null);
    return resolved && value.getJobKey() > 0
        ? List.of(row, new JobNudge(value.getJobKey(), null, true))
        : List.of(row);
  }

  @Override
  public String elementId(IncidentRecordValue value) {
    return value.getElementId();
  }
}
