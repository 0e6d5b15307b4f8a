package dev.siyu.history.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.time.Instant;
import java.util.List;

final class DefinitionHandler implements Handler<Process> {

  @Override
  public List<Change> changes(Record<Process> record) {
    if (record.getIntent() != ProcessIntent.CREATED) {
      return List.of();
    }
    Process process = record.getValue();
    return List.of(
        new DefinitionRow(
            process.getProcessDefinitionKey(),
            process.getBpmnProcessId(),
            process.getVersion(),
            process.getResourceName(),
            new String(process.getResource(), UTF_8),
            Instant.ofEpochMilli(record.getTimestamp())));
  }
}
