package dev.siyu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.time.SiyuClock;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.client.impl.ZeebeObjectMapper;
import io.camunda.zeebe.client.impl.response.ActivatedJobImpl;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.grpc.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JobReportTest {

  private final SiyuClock clock = new SiyuClock(Clock.systemUTC(), Duration.ZERO);
  private final Rejections rejections = new Rejections(clock);
  private FakeGateway gateway;
  private ZeebeClient client;
  private JobReport report;

  @BeforeEach
  void open() throws Exception {
    gateway = new FakeGateway();
    client = gateway.client();
    report =
        new JobReport(
            client,
            JsonMapper.builder().build(),
            clock,
            rejections,
            new Pauses(OutboxRig.SETTINGS.backOff()),
            new OutagePauses(OutboxRig.SETTINGS.jobs().outagePauses()));
  }

  @AfterEach
  void close() {
    client.close();
    gateway.close();
  }

  @Test
  void shouldRepeatACompletionUntilTheBusyEngineTakesIt() throws Exception {
    // given
    var answers =
        List.of(
            Status.RESOURCE_EXHAUSTED,
            Status.UNAVAILABLE,
            Status.RESOURCE_EXHAUSTED,
            Status.DEADLINE_EXCEEDED);
    var n = new AtomicInteger();
    gateway.onComplete =
        request -> n.get() < answers.size() ? answers.get(n.getAndIncrement()) : null;
    // when
    report.tell(job(), new JobOutcome.Done(Map.of("outcome", "SENT")), soon());
    // then
    assertThat(gateway.completed).hasSize(1);
    assertThat(gateway.completed.getFirst().getVariables()).contains("\"at\"", "SENT");
    assertThat(rejections.perMinute()).isEqualTo(2);
  }

  @Test
  void shouldTakeAJobThatIsOverForDone() throws Exception {
    // given
    gateway.onComplete = request -> Status.NOT_FOUND;
    // when
    report.tell(job(), JobOutcome.done(), soon());
    // then
    assertThat(gateway.asked).hasValue(1);
  }

  @Test
  void shouldGiveUpAtTheDeadline() throws Exception {
    // given
    gateway.onComplete = request -> Status.RESOURCE_EXHAUSTED;
    // when
    report.tell(job(), JobOutcome.done(), clock.instant().plusSeconds(2));
    // then
    assertThat(gateway.completed).isEmpty();
    assertThat(gateway.asked.get()).isGreaterThan(1);
  }

  private java.time.Instant soon() {
    return clock.instant().plusSeconds(20);
  }

  private static ActivatedJob job() {
    return new ActivatedJobImpl(
        new ZeebeObjectMapper(),
        GatewayOuterClass.ActivatedJob.newBuilder()
            .setKey(1)
            .setType("send")
            .setRetries(3)
            .setCustomHeaders("{}")
            .setVariables("{}")
            .build());
  }
}
