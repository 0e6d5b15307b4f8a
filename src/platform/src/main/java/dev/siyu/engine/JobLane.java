package dev.siyu.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes jobs of one type in batches and has each worked on, on a virtual thread.
 *
 * <p>Polling, not streaming: a stream never drains what piled up during an outage, polling asks
 * only for what there is room for, and with equal settings it was the faster one (docs/adr/0016).
 */
final class JobLane<I extends Record> {

  private static final Logger LOG = LoggerFactory.getLogger(JobLane.class);

  private final JobWork<I> work;
  private final InputBinder<I> binder;
  private final ZeebeClient client;
  private final EngineSettings.Jobs settings;
  private final Clock clock;
  private final JobReport report;
  private final JobGate gate;
  private final Slots.Part slots;
  private final Semaphore room;
  private final AtomicInteger held = new AtomicInteger();
  private final AtomicLong taken = new AtomicLong();

  /**
   * @param slots what may be worked on at once, all types together and of one system
   */
  JobLane(
      JobWork<I> work,
      JsonMapper json,
      ZeebeClient client,
      EngineSettings.Jobs settings,
      Clock clock,
      JobReport report,
      Slots slots,
      JobGate gate) {
    this.work = work;
    this.binder = new InputBinder<>(work.input(), json);
    this.client = client;
    this.settings = settings;
    this.clock = clock;
    this.report = report;
    this.gate = gate;
    this.slots = slots.of(work.getClass());
    this.room = new Semaphore(settings.perType());
  }

  String type() {
    return work.type();
  }

  int inFlight() {
    return held.get();
  }

  /** How many jobs it has taken so far. */
  long taken() {
    return taken.get();
  }

  /** Waits for room, takes what there is (or waits for it), starts it; answers how much it was. */
  int take() throws InterruptedException {
    int least = Math.max(1, Math.min(settings.batch(), settings.perType() / 3));
    room.acquire(least);
    int most = least + Math.min(settings.batch() - least, room.availablePermits());
    boolean more = room.tryAcquire(most - least);
    int asked = more ? most : least;
    int taken = 0;
    try {
      var jobs = activate(asked);
      var deadline = clock.instant().plus(settings.timeout());
      for (var job : jobs) {
        taken++;
        held.incrementAndGet();
        this.taken.incrementAndGet();
        Thread.ofVirtual().name("job-" + job.getKey()).start(() -> run(job, deadline));
      }
      return taken;
    } finally {
      room.release(asked - taken);
    }
  }

  private List<ActivatedJob> activate(int most) {
    return client
        .newActivateJobsCommand()
        .jobType(work.type())
        .maxJobsToActivate(most)
        .timeout(settings.timeout())
        .workerName("siyu")
        .fetchVariables(binder.variableNames())
        .requestTimeout(settings.longPoll())
        .send()
        .join(settings.longPoll().toMillis() + 10_000, TimeUnit.MILLISECONDS)
        .getJobs();
  }

  private void run(ActivatedJob job, Instant deadline) {
    try {
      slots.acquire();
      try {
        if (clock.instant().isBefore(deadline.minus(settings.callBudget()))) {
          report.tell(job, work(job), deadline);
        } else {
          LOG.info("Too late to begin job {} ({}); it comes again.", job.getKey(), job.getType());
        }
      } finally {
        slots.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      held.decrementAndGet();
      room.release();
    }
  }

  private JobOutcome work(ActivatedJob job) {
    var sample = Timer.start();
    var outcome = outcome(job);
    sample.stop(
        Metrics.timer("siyu.job", "type", type(), "end", outcome.getClass().getSimpleName()));
    return outcome;
  }

  private JobOutcome outcome(ActivatedJob job) {
    try {
      var hold = gate.hold(job.getBpmnProcessId(), job.getKey());
      if (hold.isPresent()) {
        return new JobOutcome.Later("the journey is paused", hold.get());
      }
      var input = binder.bind(job.getVariables(), job.getCustomHeaders());
      return work.work(input, context(job));
    } catch (InputBinder.Unfit e) {
      return new JobOutcome.NeedsPerson("SIYU-4010", e.getMessage() + " (" + type() + ")");
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      LOG.warn(
          "SIYU-4011 Job {} ({}) broke off; it is tried again while retries are left.",
          job.getKey(),
          type(),
          e);
      return new JobOutcome.Again("SIYU-4011", String.valueOf(e), backOff(job));
    }
  }

  private static Duration backOff(ActivatedJob job) {
    return Duration.ofSeconds(10L << Math.clamp(3 - job.getRetries(), 0, 5));
  }

  private JobContext context(ActivatedJob job) {
    return new JobContext(
        job.getKey(),
        job.getProcessInstanceKey(),
        job.getElementInstanceKey(),
        job.getBpmnProcessId(),
        job.getProcessDefinitionVersion(),
        job.getElementId(),
        job.getRetries(),
        clock.instant());
  }
}
