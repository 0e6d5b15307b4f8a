package dev.siyu.history.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ImmutableJobRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableMessageRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableProcessMessageSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableTimerRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableVariableRecordValue;
import java.util.ArrayList;
import java.util.List;

/** The log of a small journey: message, welcome job, a gateway with a message and a timer. */
final class JourneyRecords {

  static final long DEFINITION = 7;

  private final Records records = new Records();
  private final List<Record<?>> log = new ArrayList<>();
  private long keys = 1_000;

  /** {@code journeys} whole journeys one after the other; about 27 kept records each. */
  List<Record<?>> finished(int journeys) {
    for (int i = 0; i < journeys; i++) {
      long instance = started("C" + i);
      orderPaid(instance, "C" + i);
    }
    return log;
  }

  long started(String customer) {
    long instance = ++keys;
    long message = ++keys;
    add(ValueType.MESSAGE, MessageIntent.PUBLISHED, message, message("customer-added", customer));
    variable(instance, "customerId", "\"" + customer + "\"");
    variable(instance, "staffId", "\"staff-1\"");
    element(instance, instance, "intake", BpmnElementType.PROCESS, true, false);
    step(instance, "start", BpmnElementType.START_EVENT);
    flow(instance, "f1");
    long task = ++keys;
    element(instance, task, "welcome", BpmnElementType.SERVICE_TASK, true, false);
    long job = ++keys;
    job(job, JobIntent.CREATED, instance, task, 3);
    job(job, JobIntent.COMPLETED, instance, task, 3);
    element(instance, task, "welcome", BpmnElementType.SERVICE_TASK, false, false);
    flow(instance, "f2");
    long gate = ++keys;
    element(instance, gate, "wait", BpmnElementType.EVENT_BASED_GATEWAY, true, false);
    add(ValueType.TIMER, TimerIntent.CREATED, instance + 100_000_000, timer(instance, gate));
    var wait = wait(instance, gate, customer);
    add(
        ValueType.PROCESS_MESSAGE_SUBSCRIPTION,
        ProcessMessageSubscriptionIntent.CREATED,
        gate,
        wait);
    return instance;
  }

  void orderPaid(long instance, String customer) {
    long gate = instance + 5;
    add(
        ValueType.PROCESS_MESSAGE_SUBSCRIPTION,
        ProcessMessageSubscriptionIntent.CORRELATED,
        gate,
        wait(instance, gate, customer));
    add(ValueType.TIMER, TimerIntent.CANCELED, instance + 100_000_000, timer(instance, gate));
    element(instance, gate, "wait", BpmnElementType.EVENT_BASED_GATEWAY, false, false);
    flow(instance, "f3");
    step(instance, "paid", BpmnElementType.INTERMEDIATE_CATCH_EVENT);
    variable(instance, "at", "\"2026-01-01T00:00:00Z\"");
    flow(instance, "f4");
    step(instance, "end", BpmnElementType.END_EVENT);
    element(instance, instance, "intake", BpmnElementType.PROCESS, false, false);
  }

  List<Record<?>> log() {
    return log;
  }

  void step(long instance, String id, BpmnElementType type) {
    long key = ++keys;
    element(instance, key, id, type, true, false);
    element(instance, key, id, type, false, false);
  }

  void element(
      long instance, long key, String id, BpmnElementType type, boolean in, boolean cancelled) {
    var value =
        ImmutableProcessInstanceRecordValue.builder()
            .withBpmnProcessId("intake")
            .withVersion(1)
            .withProcessDefinitionKey(DEFINITION)
            .withProcessInstanceKey(instance)
            .withElementId(id)
            .withFlowScopeKey(type == BpmnElementType.PROCESS ? -1 : instance)
            .withBpmnElementType(type)
            .build();
    add(
        ValueType.PROCESS_INSTANCE,
        in
            ? ProcessInstanceIntent.ELEMENT_ACTIVATED
            : cancelled
                ? ProcessInstanceIntent.ELEMENT_TERMINATED
                : ProcessInstanceIntent.ELEMENT_COMPLETED,
        key,
        value);
  }

  private void flow(long instance, String id) {
    var value =
        ImmutableProcessInstanceRecordValue.builder()
            .withBpmnProcessId("intake")
            .withProcessInstanceKey(instance)
            .withElementId(id)
            .withBpmnElementType(BpmnElementType.SEQUENCE_FLOW)
            .build();
    add(ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN, ++keys - 1, value);
    keys--;
  }

  void variable(long instance, String name, String value) {
    add(
        ValueType.VARIABLE,
        VariableIntent.CREATED,
        instance * 10,
        ImmutableVariableRecordValue.builder()
            .withName(name)
            .withValue(value)
            .withScopeKey(instance)
            .withProcessInstanceKey(instance)
            .withProcessDefinitionKey(DEFINITION)
            .withBpmnProcessId("intake")
            .build());
  }

  void job(long key, JobIntent intent, long instance, long element, int retries) {
    add(
        ValueType.JOB,
        intent,
        key,
        ImmutableJobRecordValue.builder()
            .withType("welcome-send")
            .withElementId("welcome")
            .withElementInstanceKey(element)
            .withProcessInstanceKey(instance)
            .withRetries(retries)
            .withErrorMessage(intent == JobIntent.FAILED ? "no answer" : "")
            .build());
  }

  private static ImmutableMessageRecordValue message(String name, String customer) {
    return ImmutableMessageRecordValue.builder()
        .withName(name)
        .withCorrelationKey(customer)
        .withMessageId("e-" + customer)
        .build();
  }

  private static ImmutableTimerRecordValue timer(long instance, long gate) {
    return ImmutableTimerRecordValue.builder()
        .withProcessInstanceKey(instance)
        .withElementInstanceKey(gate)
        .withTargetElementId("three-days")
        .withDueDate(Records.START + 259_200_000L)
        .build();
  }

  private static ImmutableProcessMessageSubscriptionRecordValue wait(
      long instance, long gate, String customer) {
    return ImmutableProcessMessageSubscriptionRecordValue.builder()
        .withProcessInstanceKey(instance)
        .withElementInstanceKey(gate)
        .withMessageName("order-paid")
        .withCorrelationKey(customer)
        .withElementId("paid")
        .withInterrupting(true)
        .build();
  }

  void add(
      ValueType type,
      io.camunda.zeebe.protocol.record.intent.Intent intent,
      long key,
      io.camunda.zeebe.protocol.record.RecordValue value) {
    log.add(records.next(type, intent, key, value));
  }
}
