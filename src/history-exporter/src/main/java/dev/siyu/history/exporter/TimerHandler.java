package dev.siyu.history.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

final class TimerHandler implements Handler<TimerRecordValue> {

  private static final Map<Intent, String> STATES =
      Map.of(
          TimerIntent.CREATED, "WAITING",
          TimerIntent.TRIGGERED, "TRIGGERED",
          TimerIntent.CANCELED, "CANCELED");

  @Override
  public List<Change> changes(Record<TimerRecordValue> record) {
    String state = STATES.get(record.getIntent());
    if (state == null) {
      return List.of();
    }
    TimerRecordValue value = record.getValue();
    return List.of(
        new TimerRow(
            record.getKey(),
            value.getProcessInstanceKey(),
            value.getTargetElementId(),
            value.getElementInstanceKey(),
            Instant.ofEpochMilli(value.getDueDate()),
            state));
  }

  @Override
  public String elementId(TimerRecordValue value) {
    return value.getTargetElementId();
  }
}
