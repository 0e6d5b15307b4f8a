package dev.siyu.rehearsal;

import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What the engine recorded of one customer's journey, or of all of them. */
final class Track {

  private final TestEngine engine;

  Track(TestEngine engine) {
    this.engine = engine;
  }

  /** Flow nodes completed, in order. */
  List<String> visited(long instance) {
    return StreamSupport.stream(engine.records().processInstanceRecords().spliterator(), false)
        .filter(r -> r.getValue().getProcessInstanceKey() == instance)
        .filter(r -> r.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED)
        .map(r -> r.getValue().getElementId())
        .toList();
  }

  boolean isOver(long instance) {
    return StreamSupport.stream(engine.records().processInstanceRecords().spliterator(), false)
        .filter(r -> r.getKey() == instance)
        .anyMatch(
            r ->
                r.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
                    || r.getIntent() == ProcessInstanceIntent.ELEMENT_TERMINATED);
  }

  List<String> incidents() {
    return StreamSupport.stream(engine.records().incidentRecords().spliterator(), false)
        .filter(r -> r.getIntent() == IncidentIntent.CREATED)
        .map(r -> r.getValue().getElementId() + ": " + r.getValue().getErrorMessage())
        .toList();
  }

  long lastStarted(String processId) {
    return StreamSupport.stream(engine.records().processInstanceRecords().spliterator(), false)
        .filter(r -> r.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATED)
        .filter(r -> r.getKey() == r.getValue().getProcessInstanceKey())
        .filter(r -> r.getValue().getBpmnProcessId().equals(processId))
        .mapToLong(r -> r.getKey())
        .max()
        .orElseThrow(() -> new AssertionError("no instance of " + processId + " was started"));
  }

  /** Ids of all flow nodes completed and flows taken by any instance of the process. */
  Set<String> covered(String processId) {
    var ids = new LinkedHashSet<String>();
    engine
        .records()
        .processInstanceRecords()
        .forEach(
            r -> {
              if (r.getValue().getBpmnProcessId().equals(processId)
                  && (r.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
                      || r.getIntent() == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN)) {
                ids.add(r.getValue().getElementId());
              }
            });
    return ids;
  }
}
