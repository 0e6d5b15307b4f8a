package dev.siyu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.siyu.time.SiyuClock;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.json.JsonMapper;

@Isolated("times what it waits for")
class JobRunnerTest {

  record Input(
      String customerId,
      @Nullable String channel,
      @Header(label = "内容", labelEn = "Content") String content,
      @Header(label = "标签", labelEn = "Tags", optional = true) List<String> tags,
      @Header(label = "天", labelEn = "Days", defaultValue = "3") int days) {}

  record Fake(BiFunction<Input, JobContext, JobOutcome> body) implements JobWork<Input> {
    @Override
    public String type() {
      return "send";
    }

    @Override
    public Class<Input> input() {
      return Input.class;
    }

    @Override
    public JobOutcome work(Input input, JobContext job) {
      return body.apply(input, job);
    }
  }

  private final SiyuClock clock = new SiyuClock(Clock.systemUTC(), Duration.ZERO);
  private final EngineTraffic traffic = new EngineTraffic();
  private ZeebeTestEngine engine;
  private ZeebeClient client;
  private JobRunner runner;
  private volatile JobGate gate = JobGate.OPEN;

  @BeforeEach
  void open() throws IOException {
    try (var socket = new ServerSocket(0)) {
      engine = EngineFactory.create(socket.getLocalPort());
    }
    engine.start();
    client = engine.createClient();
    runner = runner((input, job) -> JobOutcome.done());
    deploy("send", task -> task.zeebeTaskHeader("content", "hello").zeebeTaskHeader("tags", "a，b"));
  }

  @AfterEach
  void close() {
    runner.stop();
    client.close();
    engine.stop();
  }

  @Test
  void shouldGiveTheWorkerItsRecordAndTheJourneyTheMoment() {
    // given
    var inputs = new ConcurrentLinkedQueue<Input>();
    run(
        (input, job) -> {
          inputs.add(input);
          assertThat(job.elementId()).isEqualTo("task");
          return new JobOutcome.Done(Map.of("outcome", "SENT"));
        });
    // when
    start(Map.of("customerId", "C1", "other", 7));
    // then
    await().until(() -> completed() == 1);
    assertThat(inputs).containsExactly(new Input("C1", null, "hello", List.of("a", "b"), 3));
    assertThat(variables()).containsKeys("outcome", "at");
    assertThat(runner.isQuiet()).isTrue();
  }

  @Test
  void shouldTryAgainWhileRetriesAreLeftAndThenOpenOneIncident() {
    // given
    var tries = new AtomicInteger();
    run(
        (input, job) -> {
          tries.incrementAndGet();
          return new JobOutcome.Again("SIYU-3999", "busy", Duration.ZERO);
        });
    // when
    start(Map.of("customerId", "C1"));
    // then
    await().until(() -> incidents().count() == 1);
    assertThat(tries).hasValue(3);
    assertThat(incidents().findFirst().orElseThrow().getErrorMessage()).isEqualTo("SIYU-3999 busy");
  }

  @Test
  void shouldOpenAnIncidentAtOnceWhenAPersonIsNeeded() {
    // given
    run((input, job) -> new JobOutcome.NeedsPerson("SIYU-3998", "who is this?"));
    // when
    start(Map.of("customerId", "C1"));
    // then
    await().until(() -> incidents().count() == 1);
    assertThat(incidents().findFirst().orElseThrow().getErrorMessage()).startsWith("SIYU-3998");
  }

  @Test
  void shouldNotGuessAMissingVariable() {
    // given
    run((input, job) -> JobOutcome.done());
    // when
    start(Map.of("channel", "parcel-card"));
    // then
    await().until(() -> incidents().count() == 1);
    assertThat(incidents().findFirst().orElseThrow().getErrorMessage())
        .contains("SIYU-4010", "customerId");
  }

  @Test
  void shouldHoldNoMoreJobsThanAllowed() {
    // given
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var gate = new Semaphore(0);
    run(
        (input, job) -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          gate.acquireUninterruptibly();
          inside.decrementAndGet();
          return JobOutcome.done();
        });
    for (int i = 0; i < 100; i++) {
      start(Map.of("customerId", "C" + i));
    }
    await().until(() -> inside.get() >= 20);
    assertThat(runner.isQuiet()).isFalse();
    // when
    gate.release(1000);
    // then
    await().until(() -> completed() == 100);
    assertThat(most.get()).isLessThanOrEqualTo(OutboxRig.SETTINGS.jobs().inFlight());
  }

  @Test
  void shouldTakeNothingWhileTrafficIsClosed() {
    // given
    traffic.pause();
    run((input, job) -> JobOutcome.done());
    start(Map.of("customerId", "C1"));
    await().during(Duration.ofMillis(500)).until(() -> completed() == 0);
    // when
    traffic.resume();
    // then
    await().until(() -> completed() == 1);
  }

  @Test
  void shouldPutJobsOfAPausedJourneyBackWithoutTakingARetry() throws Exception {
    // given
    var paused = new AtomicBoolean(true);
    var begun = new AtomicInteger();
    gate = (process, job) -> paused.get() ? Optional.of(Duration.ofMinutes(5)) : Optional.empty();
    run(
        (input, job) -> {
          assertThat(job.retries()).as("a pause is nobody's failure").isEqualTo(3);
          begun.incrementAndGet();
          return JobOutcome.done();
        });
    start(Map.of("customerId", "C1"));
    await().until(() -> putBack() == 1);
    assertThat(begun).as("no touch leaves a paused journey").hasValue(0);
    // when
    paused.set(false);
    engine.increaseTime(Duration.ofMinutes(6));
    // then
    await().until(() -> completed() == 1);
    assertThat(incidents().count()).isZero();
  }

  @Test
  void shouldOutliveAnOutageOfTheOtherSideWithoutAnIncident() throws Exception {
    // given
    var away = new AtomicBoolean(true);
    run(
        (input, job) ->
            away.get()
                ? new JobOutcome.Outage("SIYU-3301", "refused", Duration.ofSeconds(2))
                : JobOutcome.done());
    start(Map.of("customerId", "C1"));
    await().until(() -> putBack() == 1);
    engine.increaseTime(Duration.ofSeconds(6));
    await().until(() -> putBack() == 2);
    // when
    away.set(false);
    engine.increaseTime(Duration.ofSeconds(61));
    // then
    await().until(() -> completed() == 1);
    assertThat(incidents().count()).isZero();
    assertThat(rests()).as("longer from try to try").containsExactly(5_000L, 60_000L);
  }

  @Test
  void shouldWaitAsLongAsTheOtherSideAsks() {
    var pauses = new OutagePauses(List.of(Duration.ofSeconds(5), Duration.ofMinutes(1)));
    assertThat(pauses.pause(3, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(pauses.pause(9, Duration.ZERO)).isEqualTo(Duration.ofSeconds(5));
    assertThat(pauses.pause(0, Duration.ZERO)).isEqualTo(Duration.ofMinutes(1));
  }

  private void run(BiFunction<Input, JobContext, JobOutcome> body) {
    runner = runner(body);
    runner.start();
  }

  private JobRunner runner(BiFunction<Input, JobContext, JobOutcome> body) {
    var settings = OutboxRig.SETTINGS;
    var json = JsonMapper.builder().build();
    var rejections = new Rejections(clock);
    var pauses = new Pauses(settings.backOff());
    var report =
        new JobReport(
            client,
            json,
            clock,
            rejections,
            pauses,
            new OutagePauses(settings.jobs().outagePauses()));
    var slots = new Slots(settings.jobs().inFlight());
    var lane =
        new JobLane<>(new Fake(body), json, client, settings.jobs(), clock, report, slots, gate);
    return new JobRunner(List.of(lane), traffic, rejections, pauses);
  }

  private long putBack() {
    return rests().count();
  }

  private Stream<Long> rests() {
    return records(ValueType.JOB)
        .filter(record -> record.getIntent() == JobIntent.FAILED)
        .map(record -> ((JobRecordValue) record.getValue()).getRetryBackoff());
  }

  private void deploy(
      String type,
      java.util.function.UnaryOperator<io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder>
          headers) {
    var task =
        Bpmn.createExecutableProcess("journey")
            .startEvent()
            .serviceTask("task")
            .zeebeJobType(type)
            .zeebeJobRetries("3");
    client
        .newDeployResourceCommand()
        .addProcessModel(headers.apply(task).endEvent().done(), "journey.bpmn")
        .send()
        .join();
  }

  private void start(Map<String, Object> variables) {
    client
        .newCreateInstanceCommand()
        .bpmnProcessId("journey")
        .latestVersion()
        .variables(variables)
        .send()
        .join();
  }

  private long completed() {
    return records(ValueType.PROCESS_INSTANCE)
        .filter(record -> record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED)
        .map(record -> (ProcessInstanceRecordValue) record.getValue())
        .filter(value -> value.getElementId().equals("journey"))
        .count();
  }

  private Stream<IncidentRecordValue> incidents() {
    return records(ValueType.INCIDENT)
        .filter(record -> record.getIntent() == IncidentIntent.CREATED)
        .map(record -> (IncidentRecordValue) record.getValue());
  }

  private Map<String, String> variables() {
    return records(ValueType.VARIABLE)
        .map(record -> (VariableRecordValue) record.getValue())
        .collect(
            java.util.stream.Collectors.toMap(
                VariableRecordValue::getName, VariableRecordValue::getValue, (a, b) -> b));
  }

  private Stream<Record<?>> records(ValueType type) {
    return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
        .<Record<?>>map(record -> record)
        .filter(record -> record.getValueType() == type);
  }
}
