package dev.siyu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.engine.JourneyRuns;
import dev.siyu.engine.JourneyRuns.Reply;
import dev.siyu.engine.JourneyRuns.Started;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the engine does with runs at a chosen version, on the engine. */
class ChosenRunsEngineTest {

  private final TestEngine engine = new TestEngine();
  private final JourneyRuns runs = JourneyRuns.over(engine.client, Duration.ofSeconds(10));

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void shouldStartTheLiveVersionByMessageAlthoughACandidateWasDeployed() {
    // given
    deploy("第一版", "P3D");
    long candidate = deploy("第二版", "P2D");
    long live = deploy("第一版", "P3D");

    // when
    publish("C1", Instant.parse("2030-01-01T00:00:00Z"));
    var chosen = start(candidate, "timer_Wait", "2030-01-01T00:00:00Z");
    engine.settle();

    // then
    assertThat(versions()).containsExactlyInAnyOrder(live, candidate);
    assertThat(runs.alive(chosen)).isEqualTo(Reply.DONE);
  }

  @Test
  void shouldKeepTheDueDateOfARunThatGoesOnInAnotherVersion() {
    // given
    deploy("第一版", "P3D");
    var at = Instant.parse("2030-01-01T00:00:00Z");
    publish("C1", at);
    engine.settle();
    long old = instances().getFirst();
    long second = deploy("第二版", "P3D");

    // when
    assertThat(runs.cancel(old)).isEqualTo(Reply.DONE);
    long fresh = start(second, "timer_Wait", at.toString());
    engine.settle();

    // then
    assertThat(runs.alive(old)).isEqualTo(Reply.GONE);
    assertThat(runs.cancel(old)).as("again").isEqualTo(Reply.GONE);
    assertThat(dueDates()).hasSize(2).containsOnly(at.plus(Duration.ofDays(3)).toEpochMilli());
    assertThat(runs.alive(fresh)).isEqualTo(Reply.DONE);
  }

  @Test
  void shouldSayWhatTheEngineCannotBegin() {
    // given
    long key = deploy("第一版", "P3D");

    // then
    assertThat(runs.start(key, List.of("no_such"), "{}")).isInstanceOf(Started.Refused.class);
    assertThat(runs.start(key, List.of("start_A"), "{}")).isInstanceOf(Started.Refused.class);
    assertThat(runs.start(key, List.of("catch_Paid"), "{}"))
        .as("behind an event gateway")
        .isInstanceOf(Started.Refused.class);
    assertThat(runs.start(987, List.of("timer_Wait"), "{}")).isInstanceOf(Started.Refused.class);
  }

  @Test
  void shouldRefuseToMigrateARunThatWaits() {
    // given
    deploy("第一版", "P3D");
    publish("C1", Instant.parse("2030-01-01T00:00:00Z"));
    engine.settle();
    long second = deploy("第二版", "P2D");

    // then
    assertThat(
            runs.migrate(
                instances().getFirst(),
                second,
                Map.of("sub_Nurture", "sub_Nurture", "timer_Wait", "timer_Wait")))
        .isEqualTo(Reply.REFUSED);
  }

  private long start(long definition, String before, String at) {
    var started =
        runs.start(definition, List.of(before), "{\"customerId\":\"C1\",\"at\":\"" + at + "\"}");
    assertThat(started).isInstanceOf(Started.Running.class);
    return ((Started.Running) started).instanceKey();
  }

  private void publish(String customer, Instant at) {
    engine
        .client
        .newPublishMessageCommand()
        .messageName("first-order-wanted")
        .correlationKey(customer)
        .timeToLive(Duration.ZERO)
        .variables(Map.of("customerId", customer, "at", at.toString()))
        .send()
        .join();
    engine.settle();
  }

  private long deploy(String name, String wait) {
    var done =
        engine
            .client
            .newDeployResourceCommand()
            .addResourceBytes(drawing(name, wait).getBytes(StandardCharsets.UTF_8), "nurture.bpmn")
            .send()
            .join();
    engine.settle();
    return done.getProcesses().getFirst().getProcessDefinitionKey();
  }

  private List<Long> versions() {
    return started().stream().map(one -> one.definition()).toList();
  }

  private List<Long> instances() {
    return started().stream().map(one -> one.key()).toList();
  }

  private record Run(long key, long definition) {}

  private List<Run> started() {
    return StreamSupport.stream(engine.records().processInstanceRecords().spliterator(), false)
        .filter(record -> record.getValue().getBpmnElementType() == BpmnElementType.PROCESS)
        .filter(record -> record.getIntent().name().equals("ELEMENT_ACTIVATED"))
        .map(
            record ->
                new Run(
                    record.getValue().getProcessInstanceKey(),
                    record.getValue().getProcessDefinitionKey()))
        .toList();
  }

  private List<Long> dueDates() {
    return StreamSupport.stream(engine.records().timerRecords().spliterator(), false)
        .filter(record -> record.getIntent() == TimerIntent.CREATED)
        .map(record -> record.getValue().getDueDate())
        .toList();
  }

  private static String drawing(String name, String wait) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">
      <bpmn:process id="nurture" name="%s" isExecutable="true">
        <bpmn:startEvent id="start_A"><bpmn:outgoing>flow_A</bpmn:outgoing><bpmn:messageEventDefinition id="m" messageRef="message_A" /></bpmn:startEvent>
        <bpmn:subProcess id="sub_Nurture">
          <bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=at" target="since" /></zeebe:ioMapping></bpmn:extensionElements>
          <bpmn:incoming>flow_A</bpmn:incoming><bpmn:outgoing>flow_E</bpmn:outgoing>
          <bpmn:startEvent id="start_B"><bpmn:outgoing>flow_B</bpmn:outgoing></bpmn:startEvent>
          <bpmn:intermediateCatchEvent id="timer_Wait"><bpmn:incoming>flow_B</bpmn:incoming><bpmn:outgoing>flow_C</bpmn:outgoing><bpmn:timerEventDefinition id="t"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">=date and time(at) + duration("%s")</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
          <bpmn:eventBasedGateway id="gateway_Race"><bpmn:incoming>flow_C</bpmn:incoming><bpmn:outgoing>flow_F</bpmn:outgoing><bpmn:outgoing>flow_G</bpmn:outgoing></bpmn:eventBasedGateway>
          <bpmn:intermediateCatchEvent id="catch_Paid"><bpmn:incoming>flow_F</bpmn:incoming><bpmn:outgoing>flow_H</bpmn:outgoing><bpmn:messageEventDefinition id="n" messageRef="message_B" /></bpmn:intermediateCatchEvent>
          <bpmn:intermediateCatchEvent id="timer_Late"><bpmn:incoming>flow_G</bpmn:incoming><bpmn:outgoing>flow_D</bpmn:outgoing><bpmn:timerEventDefinition id="u"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">=date and time(at) + duration("P9D")</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
          <bpmn:endEvent id="end_B"><bpmn:incoming>flow_D</bpmn:incoming></bpmn:endEvent>
          <bpmn:endEvent id="end_C"><bpmn:incoming>flow_H</bpmn:incoming></bpmn:endEvent>
          <bpmn:sequenceFlow id="flow_B" sourceRef="start_B" targetRef="timer_Wait" />
          <bpmn:sequenceFlow id="flow_C" sourceRef="timer_Wait" targetRef="gateway_Race" />
          <bpmn:sequenceFlow id="flow_F" sourceRef="gateway_Race" targetRef="catch_Paid" />
          <bpmn:sequenceFlow id="flow_G" sourceRef="gateway_Race" targetRef="timer_Late" />
          <bpmn:sequenceFlow id="flow_D" sourceRef="timer_Late" targetRef="end_B" />
          <bpmn:sequenceFlow id="flow_H" sourceRef="catch_Paid" targetRef="end_C" />
        </bpmn:subProcess>
        <bpmn:endEvent id="end_A"><bpmn:incoming>flow_E</bpmn:incoming></bpmn:endEvent>
        <bpmn:sequenceFlow id="flow_A" sourceRef="start_A" targetRef="sub_Nurture" />
        <bpmn:sequenceFlow id="flow_E" sourceRef="sub_Nurture" targetRef="end_A" />
      </bpmn:process>
      <bpmn:message id="message_A" name="first-order-wanted" />
      <bpmn:message id="message_B" name="order-paid"><bpmn:extensionElements><zeebe:subscription correlationKey="=customerId" /></bpmn:extensionElements></bpmn:message>
    </bpmn:definitions>
    """
        .formatted(name, wait);
  }
}
