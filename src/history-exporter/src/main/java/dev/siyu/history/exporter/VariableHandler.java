package dev.siyu.history.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.time.Instant;
import java.util.List;
import java.util.Set;

final class VariableHandler implements Handler<VariableRecordValue> {

  private static final Set<Intent> NEW_VALUE =
      Set.of(VariableIntent.CREATED, VariableIntent.UPDATED);
  private static final String CUSTOMER = "customerId";

  @Override
  public List<Change> changes(Record<VariableRecordValue> record) {
    if (!NEW_VALUE.contains(record.getIntent())) {
      return List.of();
    }
    VariableRecordValue value = record.getValue();
    long instanceKey = value.getProcessInstanceKey();
    Instant at = Instant.ofEpochMilli(record.getTimestamp());
    var row =
        new VariableRow(value.getScopeKey(), value.getName(), instanceKey, value.getValue(), at);
    return value.getScopeKey() == instanceKey && value.getName().equals(CUSTOMER)
        ? List.of(row, customer(value, at))
        : List.of(row);
  }

  private static InstanceRow customer(VariableRecordValue value, Instant at) {
    return new InstanceRow(
        value.getProcessInstanceKey(),
        value.getBpmnProcessId(),
        0,
        value.getProcessDefinitionKey(),
        null,
        unquoted(value.getValue()),
        "ACTIVE",
        at,
        null);
  }

  // Customer ids are plain letters and digits: nothing to unescape.
  private static String unquoted(String json) {
    boolean quoted = json.length() > 1 && json.startsWith("\"") && json.endsWith("\"");
    return quoted ? json.substring(1, json.length() - 1) : json;
  }
}
