package dev.siyu.history.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

final class MessageWaitHandler implements Handler<ProcessMessageSubscriptionRecordValue> {

  private static final Map<Intent, String> STATES =
      Map.of(
          ProcessMessageSubscriptionIntent.CREATED, "WAITING",
          ProcessMessageSubscriptionIntent.CORRELATED, "CORRELATED",
          ProcessMessageSubscriptionIntent.DELETED, "DELETED");

  @Override
  public List<Change> changes(Record<ProcessMessageSubscriptionRecordValue> record) {
    String afterIntent = STATES.get(record.getIntent());
    if (afterIntent == null) {
      return List.of();
    }
    ProcessMessageSubscriptionRecordValue value = record.getValue();
    boolean goesOn = afterIntent.equals("CORRELATED") && !value.isInterrupting();
    return List.of(
        new MessageWaitRow(
            value.getElementInstanceKey(),
            value.getMessageName(),
            value.getProcessInstanceKey(),
            value.getElementId(),
            value.getCorrelationKey(),
            goesOn ? "WAITING" : afterIntent,
            Instant.ofEpochMilli(record.getTimestamp())));
  }

  @Override
  public String elementId(ProcessMessageSubscriptionRecordValue value) {
    return value.getElementId();
  }
}
