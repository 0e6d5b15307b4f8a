package dev.siyu.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.drawn.Approval;
import dev.siyu.drawn.FirstOrder;
import dev.siyu.drawn.SeedUserIntake;
import dev.siyu.journeys.Finding;
import dev.siyu.journeys.JourneyStudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each rule one drawing that breaks it and no other. */
class LintProbesTest {

  private static final JourneyStudio STUDIO = Studio.open();
  private static final String ROUND = "=round = null or round &lt; 2";
  private static final String COUNT = "=if round = null then 2 else round + 1";
  private static final String TASK_SEND_REMINDER1 = "task_SendReminder1";
  private static final String REFUNDED =
      "<zeebe:output source=\"=orderId\" target=\"refundedOrderId\" />";

  /** A sound drawing, one thing in it replaced, and the rule that must say so. */
  record Probe(String rule, String journey, String sound, String broken) {

    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Probe> probes() {
    return Stream.of(
        intake("xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<!DOCTYPE x>"),
        intake(
            "size",
            "isExecutable=\"true\">",
            "isExecutable=\"true\">"
                + "<bpmn:documentation>".repeat(30)
                + "</bpmn:documentation>".repeat(30)),
        intake(
            "foreign",
            "<bpmn:process id",
            "<bpmn:import namespace=\"x\" location=\"x\" importType=\"x\" /><bpmn:process id"),
        intake("text", "name=\"沉睡\"", "name=\"&lt;img src=x&gt;\""),
        intake(
            "one-process",
            "<bpmn:process id",
            "<bpmn:process id=\"second\" name=\"二\" /><bpmn:process id"),
        intake("executable", "isExecutable=\"true\"", "isExecutable=\"false\""),
        intake(
            "process-id",
            "id=\"seed-user-intake\" name=\"",
            "id=\"seed-user-intake\" name=\"\" x=\""),
        intake(
            "multi-instance",
            "</bpmn:serviceTask>",
            "<bpmn:multiInstanceLoopCharacteristics /></bpmn:serviceTask>"),
        approval("user-task", "<zeebe:userTask />", ""),
        approval("form", "formId=\"approval-answer\"", "formId=\"nobodys-form\""),
        intake(
            "enclosure",
            "isExecutable=\"true\">",
            "isExecutable=\"true\"><bpmn:extensionElements><siyu:form"
                + " xmlns:siyu=\"https://siyu.dev/schema/enclosures/1.0\""
                + " id=\"empty\">{}</siyu:form></bpmn:extensionElements>"),
        approval(
            "escalation",
            "sourceRef=\"timer_Deadline\" targetRef=\"gateway_Level\"",
            "sourceRef=\"timer_Deadline\" targetRef=\"end_Rejected\""),
        intake("diagram", "bpmnElement=\"task_ParkDormant\"", "bpmnElement=\"nobody\""),
        intake(
            "unique-id",
            "<bpmn:message id=\"message_CustomerAdded\" name=\"customer-added\" />",
            "<bpmn:message id=\"message_CustomerAdded\" name=\"customer-added\" /><bpmn:message"
                + " id=\"message_CustomerAdded\" name=\"customer-added\" />"),
        intake("absolute-timer", "bpmn:timeDate", "bpmn:timeDuration"),
        approval("deadline", "name=\"到期\"", "name=\"到期\" cancelActivity=\"false\""),
        intake("loop-limit", "=outcome = \"REFUSED_LATER\"", "=outcome = \"SENT\""),
        intake(
            "loop-limit",
            "=outcome = \"REFUSED_LATER\"",
            "=outcome = \"REFUSED_LATER\" or outcome = \"SENT\""),
        // compared with a number, but nothing in the loop counts it
        first("loop-limit", ROUND, "=round = null or netCents &lt; 2"),
        // counted, but the comparison holds for ever
        first("loop-limit", ROUND, "=round = null or round &gt; 1"),
        // compared, but not counted
        first("loop-limit", COUNT, "=2"),
        // counted in some rounds only
        first("loop-limit", COUNT, "=if kept then round + 1 else 0"),
        // nothing and one is nothing
        first("loop-limit", COUNT, "=round + 1"),
        // counted, and set back by another step on the same loop
        first("loop-limit", REFUNDED, REFUNDED + "<zeebe:output source=\"=1\" target=\"round\" />"),
        intake("expression", "=channel = \"sms\"", "=channel = \"sms\" and count(1..9) &gt; 0"),
        intake("feel", "=channel = \"sms\"", "=channel = = \"sms\""),
        intake("job-type", "type=\"hand-over\"", "type=\"io.camunda:http-json:1\""),
        intake("field", "key=\"stage\" value=\"DORMANT\"", "key=\"stage\" value=\"ASLEEP\""),
        intake(
            "content",
            "key=\"content\" value=\"intake-reminder-1\"",
            "key=\"content\" value=\"not-yet-approved\""),
        intake(
            "extension", "<zeebe:taskHeaders>", "<zeebe:executionListeners /><zeebe:taskHeaders>"),
        intake(
            "engine-version",
            "executionPlatformVersion=\"8.5.0\"",
            "executionPlatformVersion=\"8.9.0\""),
        intake("message", "name=\"customer-replied\"", "name=\"customer-sneezed\""),
        intake("correlation", "correlationKey=\"=customerId\"", "correlationKey=\"=staffId\""),
        first("output-at", "<zeebe:output source=\"=at\" target=\"at\" />", ""),
        intake(
            "purchase-exit",
            "id=\"definition_start_OrderPaid\" messageRef=\"message_OrderPaid\"",
            "id=\"definition_start_OrderPaid\" messageRef=\"message_CustomerReplied\""),
        intake(
            "left-exit",
            "id=\"definition_start_CustomerLeft\" messageRef=\"message_CustomerLeft\"",
            "id=\"definition_start_CustomerLeft\" messageRef=\"message_CustomerReplied\""),
        intake("contact-frequency", "duration(\"P4D\")", "duration(\"PT4H\")"));
  }

  @ParameterizedTest
  @MethodSource("probes")
  void shouldSayWhichRuleIsBrokenAndNoOther(Probe probe) {
    // given
    var sound = Studio.drawing(probe.journey());
    assertThat(sound).contains(probe.sound());

    // when
    var findings = STUDIO.check(sound.replace(probe.sound(), probe.broken()));

    // then the engine may have its own words for it
    assertThat(rules(findings, Finding.Severity.ERROR)).containsExactly(probe.rule());
    assertThat(findings).allSatisfy(found -> assertThat(found.messageEn()).isNotBlank());
  }

  static Stream<Probe> unreadable() {
    return Stream.of(
        intake("overlap", shape("end_Dormant"), shape("task_ParkDormant")),
        intake("crossing", waypoints("flow_ToDormant"), waypoints("flow_AwaitReply")),
        intake(
            "left-to-right",
            waypoints("flow_Dormant"),
            "<di:waypoint x=\"900\" y=\"9000\" /><di:waypoint x=\"100\" y=\"9000\" />"),
        // compared on a way that goes round what counts
        first(
            "loop-limit",
            "<bpmn:sequenceFlow id=\"flow_Reopen\"",
            "<bpmn:sequenceFlow id=\"flow_Again\" sourceRef=\"gateway_Round\""
                + " targetRef=\"sub_Nurture\"><bpmn:conditionExpression>"
                + ROUND
                + "</bpmn:conditionExpression></bpmn:sequenceFlow>"
                + "<bpmn:sequenceFlow id=\"flow_Reopen\""),
        intake("decision", "bpmn:serviceTask", "bpmn:businessRuleTask"),
        intake("palette", "bpmn:eventBasedGateway", "bpmn:complexGateway"),
        approval("engine", "attachedToRef=\"task_Sign\"", "attachedToRef=\"nobody\""));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void shouldSayAmongOthersWhatMakesADrawingHardToRead(Probe probe) {
    // when
    var sound = Studio.drawing(probe.journey());
    var findings = STUDIO.check(sound.replace(probe.sound(), probe.broken()));

    // then
    assertThat(findings).extracting(Finding::rule).contains(probe.rule());
  }

  @Test
  void shouldNotLetAWorkerThatEndsItsOwnLoopsAnswerForOneThatSends() {
    // given both answer an outcome
    var sound = Studio.drawing(SeedUserIntake.PROCESS_ID);
    var back =
        "sourceRef=\"timer_Reminder1Allowed\" targetRef=\"%s\"".formatted(TASK_SEND_REMINDER1);
    assertThat(sound).contains(back);
    var both =
        sound.replace(
            back + " />",
            """
            sourceRef="timer_Reminder1Allowed" targetRef="task_More" />
            <bpmn:serviceTask id="task_More" name="x"><bpmn:extensionElements>
              <zeebe:taskDefinition type="start-transfers" />
            </bpmn:extensionElements></bpmn:serviceTask>
            <bpmn:sequenceFlow id="flow_More" sourceRef="task_More" targetRef="%s" />
            """
                .formatted(TASK_SEND_REMINDER1));

    // when
    var findings = STUDIO.check(both.replace("\"REFUSED_LATER\"", "\"SENT\""));

    // then
    assertThat(STUDIO.check(both)).extracting(Finding::rule).doesNotContain("loop-limit");
    assertThat(findings)
        .filteredOn(found -> found.rule().equals("loop-limit"))
        .extracting(Finding::elementId)
        .contains(TASK_SEND_REMINDER1);
  }

  @Test
  void shouldProbeEveryRuleAndExplainItInTheDocumentation() throws IOException {
    // given
    var probed = Stream.concat(probes(), unreadable()).map(Probe::rule).collect(Collectors.toSet());
    var page = Files.readString(Path.of("..", "docs", "lint.md"));

    // then
    assertThat(STUDIO.rules())
        .extracting(JourneyStudio.Rule::id)
        .containsExactlyInAnyOrderElementsOf(probed);
    assertThat(STUDIO.rules())
        .allSatisfy(
            rule ->
                assertThat(page)
                    .as("docs/lint.md, section ## %s", rule.id())
                    .contains("\n## " + rule.id() + "\n", rule.name(), rule.why(), rule.whyEn()));
  }

  private static Set<String> rules(List<Finding> findings, Finding.Severity severity) {
    return findings.stream()
        .filter(found -> found.severity() == severity)
        .map(Finding::rule)
        .filter(rule -> !rule.equals("engine"))
        .collect(Collectors.toSet());
  }

  private static String shape(String element) {
    return part(element, "<dc:Bounds ", "/>");
  }

  private static String waypoints(String flow) {
    return part(flow, "<di:waypoint ", "</bpmndi:BPMNEdge>");
  }

  /** The piece of the shipped drawing that says where an element lies. */
  private static String part(String element, String begin, String end) {
    var xml = Studio.drawing(SeedUserIntake.PROCESS_ID);
    int from = xml.indexOf(begin, xml.indexOf("bpmnElement=\"" + element + "\""));
    return xml.substring(from, xml.indexOf(end, from) + (end.equals("/>") ? 2 : 0));
  }

  private static Probe intake(String rule, String sound, String broken) {
    return new Probe(rule, SeedUserIntake.PROCESS_ID, sound, broken);
  }

  private static Probe first(String rule, String sound, String broken) {
    return new Probe(rule, FirstOrder.PROCESS_ID, sound, broken);
  }

  private static Probe approval(String rule, String sound, String broken) {
    return new Probe(rule, Approval.PROCESS_ID, sound, broken);
  }
}
