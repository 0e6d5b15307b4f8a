package dev.siyu.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the engine how a job ended, again and again until it takes it: a completion turned down
 * would otherwise wait out the job's timeout.
 */
final class JobReport {

  private static final Logger LOG = LoggerFactory.getLogger(JobReport.class);

  private final ZeebeClient client;
  private final JsonMapper json;
  private final Clock clock;
  private final Rejections rejections;
  private final Pauses pauses;
  private final OutagePauses outages;

  JobReport(
      ZeebeClient client,
      JsonMapper json,
      Clock clock,
      Rejections rejections,
      Pauses pauses,
      OutagePauses outages) {
    this.client = client;
    this.json = json;
    this.clock = clock;
    this.rejections = rejections;
    this.pauses = pauses;
    this.outages = outages;
  }

  /** Gives up at the deadline: the engine hands the job to somebody else then. */
  void tell(ActivatedJob job, JobOutcome outcome, Instant deadline) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        send(job, outcome);
        return;
      } catch (RuntimeException e) {
        switch (Verdict.of(e)) {
          case GONE, KNOWN -> {
            LOG.debug("Job {} of {} is over already; nothing to do.", job.getKey(), job.getType());
            return;
          }
          case REFUSED -> {
            refused(job, outcome, deadline, Verdict.reason(e));
            return;
          }
          case BUSY -> rejections.add();
          case UNCLEAR, UNREACHABLE ->
              LOG.debug("No answer for job {}: {}", job.getKey(), Verdict.reason(e));
        }
      }
      if (clock.instant().isAfter(deadline)) {
        LOG.warn(
            "The engine did not take the end of job {} ({}) in time; it will give the job out again.",
            job.getKey(),
            job.getType());
        return;
      }
      pauses.await(tries);
    }
  }

  private void refused(ActivatedJob job, JobOutcome outcome, Instant deadline, String reason)
      throws InterruptedException {
    if (outcome instanceof JobOutcome.Done) {
      tell(job, new JobOutcome.NeedsPerson("SIYU-4012", "result refused: " + reason), deadline);
    } else {
      LOG.error("SIYU-4012 The engine refuses the end of job {}: {}", job.getKey(), reason);
    }
  }

  private void send(ActivatedJob job, JobOutcome outcome) {
    switch (outcome) {
      case JobOutcome.Done done ->
          client
              .newCompleteCommand(job.getKey())
              .variables(json.writeValueAsString(withTime(done.variables())))
              .send()
              .join();
      case JobOutcome.Again again -> again(job, again.code(), again.reason(), again.after());
      case JobOutcome.Outage away ->
          again(job, away.code(), away.reason(), outages.pause(job.getRetries(), away.after()));
      case JobOutcome.Later later ->
          client
              .newFailCommand(job.getKey())
              .retries(job.getRetries())
              .retryBackoff(later.after())
              .errorMessage(later.reason())
              .send()
              .join();
      case JobOutcome.NeedsPerson needs -> {
        client
            .newFailCommand(job.getKey())
            .retries(0)
            .errorMessage(needs.code() + " " + needs.reason())
            .send()
            .join();
        tellIncident(job, needs.code(), needs.reason());
      }
    }
  }

  private void again(ActivatedJob job, String code, String reason, Duration after) {
    int left = Math.max(0, job.getRetries() - 1);
    client
        .newFailCommand(job.getKey())
        .retries(left)
        .retryBackoff(after)
        .errorMessage(code + " " + reason)
        .send()
        .join();
    if (left == 0) {
      tellIncident(job, code, reason);
    }
  }

  private Map<String, Object> withTime(Map<String, Object> variables) {
    var all = new HashMap<>(variables);
    all.put("at", clock.instant().toString());
    return all;
  }

  private static void tellIncident(ActivatedJob job, String code, String reason) {
    LOG.error(
        "{} {} (job {}, {} in instance {}): an incident is open, retry it in the console.",
        code,
        reason,
        job.getKey(),
        job.getType(),
        job.getProcessInstanceKey());
  }
}
