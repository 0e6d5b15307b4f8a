package dev.siyu.bench;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.command.FinalCommandStep;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The engine alone: no inbox, no ledger, no exporter; handlers do nothing. */
final class BareZeebe implements Peer {

  private final ZeebeClient client;
  private final Clock clock;
  private final AtomicLong passedSecondTouch = new AtomicLong();
  private final AtomicLong passedThirdTouch = new AtomicLong();

  BareZeebe(ZeebeClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
    client
        .newDeployResourceCommand()
        .addResourceFromClasspath("bench/bench-journey.bpmn")
        .send()
        .join();
    work("bench.touch1", new AtomicLong());
    work("bench.touch2", passedSecondTouch);
    work("bench.touch3", passedThirdTouch);
  }

  private void work(String type, AtomicLong passed) {
    client
        .newWorker()
        .jobType(type)
        .handler((jobs, job) -> complete(job, passed))
        .maxJobsActive(64)
        .fetchVariables("customerId")
        .timeout(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .open();
  }

  private void complete(ActivatedJob job, AtomicLong passed) {
    send(
        client
            .newCompleteCommand(job)
            .variables(Map.of("at", clock.instant().toString(), "outcome", "SENT")));
    passed.incrementAndGet();
  }

  @Override
  public String name() {
    return "bare Zeebe 8.5.8";
  }

  @Override
  public void start(String customerId) {
    publish(
        "customer-added",
        customerId,
        Duration.ZERO,
        Map.of("customerId", customerId, "at", clock.instant().toString()));
  }

  @Override
  public void signal(String customerId) {
    publish("customer-replied", customerId, Duration.ofMinutes(1), Map.of());
  }

  private void publish(
      String name, String customerId, Duration timeToLive, Map<String, Object> variables) {
    send(
        client
            .newPublishMessageCommand()
            .messageName(name)
            .correlationKey(customerId)
            .timeToLive(timeToLive)
            .variables(variables));
  }

  /** Retries what the engine certainly did not take; everything else voids the measurement. */
  private static void send(FinalCommandStep<?> command) {
    while (true) {
      try {
        command.send().join();
        return;
      } catch (ClientStatusException e) {
        if (e.getStatusCode() != Status.Code.RESOURCE_EXHAUSTED) {
          throw e;
        }
        LockSupport.parkNanos(
            Duration.ofMillis(ThreadLocalRandom.current().nextLong(10, 60)).toNanos());
      }
    }
  }

  @Override
  public long waiting() {
    return passedSecondTouch.get() - passedThirdTouch.get();
  }

  @Override
  public long ended() {
    return passedThirdTouch.get();
  }

  @Override
  public void close() {
    client.close();
  }
}
