package dev.siyu.history.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class ElementHandler implements Handler<ProcessInstanceRecordValue> {

  private static final Map<Intent, String> STATES =
      Map.of(
          ProcessInstanceIntent.ELEMENT_ACTIVATED, "ACTIVE",
          ProcessInstanceIntent.ELEMENT_MIGRATED, "ACTIVE",
          ProcessInstanceIntent.ELEMENT_COMPLETED, "COMPLETED",
          ProcessInstanceIntent.ELEMENT_TERMINATED, "TERMINATED");

  @Override
  public List<Change> changes(Record<ProcessInstanceRecordValue> record) {
    ProcessInstanceRecordValue value = record.getValue();
    Instant at = Instant.ofEpochMilli(record.getTimestamp());
    if (record.getIntent() == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN) {
      return List.of(new FlowRow(value.getProcessInstanceKey(), value.getElementId(), at, 1));
    }
    String state = STATES.get(record.getIntent());
    if (state == null) {
      return List.of();
    }
    Instant startedAt = record.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATED ? at : null;
    Instant endedAt = state.equals("ACTIVE") ? null : at;
    return value.getBpmnElementType() == BpmnElementType.PROCESS
        ? List.of(instance(record.getKey(), value, state, at, endedAt))
        : List.of(element(record.getKey(), value, state, startedAt, endedAt));
  }

  private static InstanceRow instance(
      long key,
      ProcessInstanceRecordValue value,
      String state,
      Instant at,
      @Nullable Instant endedAt) {
    return new InstanceRow(
        key,
        value.getBpmnProcessId(),
        value.getVersion(),
        value.getProcessDefinitionKey(),
        Values.given(value.getParentProcessInstanceKey()),
        null,
        state,
        at,
        endedAt);
  }

  private static ElementRow element(
      long key,
      ProcessInstanceRecordValue value,
      String state,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {
    return new ElementRow(
        key,
        value.getProcessInstanceKey(),
        value.getProcessDefinitionKey(),
        value.getElementId(),
        value.getBpmnElementType().name(),
        value.getFlowScopeKey(),
        state,
        startedAt,
        endedAt);
  }

  @Override
  public String elementId(ProcessInstanceRecordValue value) {
    return value.getElementId();
  }
}
