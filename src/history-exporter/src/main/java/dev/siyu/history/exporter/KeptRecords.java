package dev.siyu.history.exporter;

import static java.util.Map.entry;

import io.camunda.zeebe.exporter.api.context.Context.RecordFilter;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which records are worth keeping; all others are skipped before the broker even decodes them. */
final class KeptRecords implements RecordFilter {

  private static final Handler<?> RECORD_ONLY = record -> List.of();

  static final Map<ValueType, Handler<?>> HANDLERS =
      Map.ofEntries(
          entry(ValueType.PROCESS, new DefinitionHandler()),
          entry(ValueType.PROCESS_INSTANCE, new ElementHandler()),
          entry(ValueType.VARIABLE, new VariableHandler()),
          entry(ValueType.JOB, new JobHandler()),
          entry(ValueType.INCIDENT, new IncidentHandler()),
          entry(ValueType.USER_TASK, new UserTaskHandler()),
          entry(ValueType.TIMER, new TimerHandler()),
          entry(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, new MessageWaitHandler()),
          entry(ValueType.MESSAGE, new MessageHandler()),
          entry(ValueType.MESSAGE_START_EVENT_SUBSCRIPTION, RECORD_ONLY),
          entry(ValueType.FORM, RECORD_ONLY),
          entry(ValueType.DECISION, RECORD_ONLY),
          entry(ValueType.DECISION_REQUIREMENTS, RECORD_ONLY),
          entry(ValueType.DECISION_EVALUATION, RECORD_ONLY),
          entry(ValueType.ERROR, new ErrorHandler()),
          entry(ValueType.ESCALATION, RECORD_ONLY),
          entry(ValueType.SIGNAL, RECORD_ONLY),
          entry(ValueType.PROCESS_INSTANCE_MODIFICATION, RECORD_ONLY),
          entry(ValueType.PROCESS_INSTANCE_MIGRATION, RECORD_ONLY),
          entry(ValueType.RESOURCE_DELETION, RECORD_ONLY),
          entry(ValueType.COMPENSATION_SUBSCRIPTION, RECORD_ONLY));

  // Each has a neighbour that says the same: the end of the activation, of the message's life ...
  private static final Set<String> NOISE = Set.of("YIELDED", "TIMEOUT_UPDATED", "EXPIRED");

  private final boolean seesAll;

  KeptRecords(boolean seesAll) {
    this.seesAll = seesAll;
  }

  @Override
  public boolean acceptType(RecordType type) {
    return seesAll || type == RecordType.EVENT;
  }

  @Override
  public boolean acceptValue(ValueType type) {
    return seesAll || HANDLERS.containsKey(type);
  }

  /** Intents that end in -ING announce another event of the same transaction: only that is kept. */
  static boolean keeps(String intent) {
    return !intent.endsWith("ING") && !NOISE.contains(intent);
  }
}
