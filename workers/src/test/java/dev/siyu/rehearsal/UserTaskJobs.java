package dev.siyu.rehearsal;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * People's tasks in the engine in memory. It has no REST side, so drawings are played without the
 * mark of native tasks: then a task is a job, which a scenario completes. The native way is tested
 * on the real broker.
 */
final class UserTaskJobs {

  static final String NATIVE = "<zeebe:userTask />";
  private static final String TYPE = "io.camunda.zeebe:userTask";

  private final TestEngine engine;

  UserTaskJobs(TestEngine engine) {
    this.engine = engine;
  }

  /** Who says what, e.g. {@code dept:门店 APPROVE}; {@code - ANSWER} for a task without group. */
  void says(String words) {
    var who = words.split(" ")[0];
    var job =
        open().stream()
            .filter(open -> signer(open).equals(who))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no open task for " + words));
    engine
        .client
        .newCompleteCommand(job.getKey())
        .variables(Map.of("answer", words.split(" ")[1], "decision", job.getKey()))
        .send()
        .join();
    engine.settle();
  }

  private List<Record<JobRecordValue>> open() {
    var over =
        jobs().stream()
            .filter(
                job -> List.of(JobIntent.COMPLETED, JobIntent.CANCELED).contains(job.getIntent()))
            .map(Record::getKey)
            .toList();
    return jobs().stream()
        .filter(job -> job.getIntent() == JobIntent.CREATED)
        .filter(job -> !over.contains(job.getKey()))
        .toList();
  }

  private List<Record<JobRecordValue>> jobs() {
    return StreamSupport.stream(engine.records().jobRecords().spliterator(), false)
        .filter(job -> job.getValue().getType().equals(TYPE))
        .toList();
  }

  private String signer(Record<JobRecordValue> job) {
    return StreamSupport.stream(engine.records().variableRecords().spliterator(), false)
        .filter(variable -> variable.getValue().getName().equals("signer"))
        .filter(v -> v.getValue().getScopeKey() == job.getValue().getElementInstanceKey())
        .map(variable -> variable.getValue().getValue().replace("\"", ""))
        .findFirst()
        .orElse("-");
  }
}
