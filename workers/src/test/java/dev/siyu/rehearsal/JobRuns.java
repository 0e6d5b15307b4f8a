package dev.siyu.rehearsal;

import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Does every job that waits, with the real workers, one after another. */
final class JobRuns {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestEngine engine;
  private final List<JobWork<?>> works;

  JobRuns(TestEngine engine, List<JobWork<?>> works) {
    this.engine = engine;
    this.works = works;
  }

  void untilNoneIsLeft() {
    do {
      engine.settle();
    } while (works.stream().mapToInt(this::doWaiting).sum() > 0);
  }

  private int doWaiting(JobWork<?> work) {
    var jobs =
        engine
            .client
            .newActivateJobsCommand()
            .jobType(work.type())
            .maxJobsToActivate(32)
            .timeout(Duration.ofMinutes(5))
            .requestTimeout(Duration.ofSeconds(-1))
            .send()
            .join()
            .getJobs();
    jobs.forEach(job -> end(job, run(work, job)));
    return jobs.size();
  }

  private <I extends Record> JobOutcome run(JobWork<I> work, ActivatedJob job) {
    var context =
        new JobContext(
            job.getKey(),
            job.getProcessInstanceKey(),
            job.getElementInstanceKey(),
            job.getBpmnProcessId(),
            job.getProcessDefinitionVersion(),
            job.getElementId(),
            job.getRetries(),
            engine.clock.instant());
    return work.work(read(work.input(), job), context);
  }

  private static <I extends Record> I read(Class<I> input, ActivatedJob job) {
    var values = new HashMap<String, Object>();
    for (var part : input.getRecordComponents()) {
      var name = part.getName();
      values.put(
          name,
          part.isAnnotationPresent(Header.class)
              ? job.getCustomHeaders().get(name)
              : job.getVariablesAsMap().get(name));
    }
    return JSON.convertValue(values, input);
  }

  private void end(ActivatedJob job, JobOutcome outcome) {
    switch (outcome) {
      case JobOutcome.Done done -> {
        var variables = new HashMap<>(done.variables());
        variables.put("at", engine.clock.instant().toString());
        engine.client.newCompleteCommand(job).variables(variables).send().join();
      }
      case JobOutcome.Again again ->
          engine.client.newFailCommand(job).retries(job.getRetries() - 1).send().join();
      case JobOutcome.Outage away ->
          engine.client.newFailCommand(job).retries(job.getRetries() - 1).send().join();
      case JobOutcome.Later later ->
          engine
              .client
              .newFailCommand(job)
              .retries(job.getRetries())
              .retryBackoff(later.after())
              .send()
              .join();
      case JobOutcome.NeedsPerson person ->
          engine.client.newFailCommand(job).retries(0).errorMessage(person.code()).send().join();
    }
  }
}
