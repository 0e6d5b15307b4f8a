package dev.siyu.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.drawn.Approval;
import dev.siyu.drawn.FirstOrder;
import dev.siyu.drawn.JobTypes;
import dev.siyu.drawn.SeedUserIntake;
import dev.siyu.journeys.Finding;
import dev.siyu.journeys.JourneyStudio;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingRulesTest {

  private static final JourneyStudio STUDIO = Studio.open();

  @ParameterizedTest
  @MethodSource("dev.siyu.drawings.Studio#journeys")
  void shouldFindNothingWrongWithAShippedDrawing(String journey) {
    assertThat(STUDIO.check(Studio.drawing(journey))).isEmpty();
  }

  /** One broken drawing for each rule: what is replaced, by what, and the rule that must say so. */
  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("type=\"hand-over\"", "type=\"io.camunda:http-json:1\"", "job-type"),
        Arguments.of("type=\"hand-over\"", "type=\"=jobType\"", "job-type"),
        Arguments.of("key=\"stage\" value=\"DORMANT\"", "key=\"stage\" value=\"ASLEEP\"", "field"),
        Arguments.of(
            "key=\"content\" value=\"intake-reminder-1\"", "key=\"content\" value=\"\"", "field"),
        Arguments.of("name=\"customer-replied\"", "name=\"customer-sneezed\"", "message"),
        Arguments.of(
            "correlationKey=\"=customerId\"", "correlationKey=\"=staffId\"", "correlation"),
        Arguments.of("bpmn:timeDate", "bpmn:timeDuration", "absolute-timer"),
        Arguments.of("date and time(at)", "now()", "absolute-timer"),
        Arguments.of("=outcome = ", "=now() = ", "expression"),
        Arguments.of("duration(\"P3D\")", "duration(\"P9999D\")", "expression"),
        Arguments.of(
            "sourceRef=\"wait_FirstSignal\" targetRef=\"timer_FirstSignal\"",
            "sourceRef=\"gateway_Signal\" targetRef=\"timer_FirstSignal\"",
            "deadline"),
        Arguments.of("bpmnElement=\"task_ParkDormant\"", "bpmnElement=\"nobody\"", "diagram"),
        Arguments.of("isExecutable=\"true\"", "isExecutable=\"false\"", "executable"),
        Arguments.of("bpmn:eventBasedGateway", "bpmn:complexGateway", "palette"),
        Arguments.of(
            "<zeebe:taskHeaders>", "<zeebe:executionListeners/><zeebe:taskHeaders>", "extension"),
        Arguments.of("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<!DOCTYPE x>", "xml"));
  }

  @ParameterizedTest
  @MethodSource
  void broken(String original, String replacement, String rule) {
    // given
    var sound = Studio.drawing(SeedUserIntake.PROCESS_ID);
    assertThat(sound).contains(original);

    // when
    var findings = STUDIO.check(sound.replace(original, replacement));

    // then
    assertThat(findings).extracting(Finding::rule).contains(rule);
  }

  @Test
  void shouldWantTheMomentInEveryOutputMapping() {
    // given
    var drawing = Studio.drawing(FirstOrder.PROCESS_ID);

    // when
    var findings =
        STUDIO.check(drawing.replace("<zeebe:output source=\"=at\" target=\"at\" />", ""));

    // then
    assertThat(findings)
        .extracting(Finding::rule, Finding::elementId)
        .contains(
            org.assertj.core.groups.Tuple.tuple("output-at", FirstOrder.TASK_REOPEN),
            org.assertj.core.groups.Tuple.tuple("output-at", FirstOrder.EVENT_REFUNDED_FULLY));
  }

  @Test
  void shouldWantNativeTasksWithADeadlineAndNoOtherLoops() {
    // given
    var drawing = Studio.drawing(Approval.PROCESS_ID);
    var loop = "<bpmn:multiInstanceLoopCharacteristics />";

    // then
    assertThat(STUDIO.check(drawing.replace("<zeebe:userTask />", "")))
        .extracting(Finding::rule)
        .contains("user-task");
    var patient = "name=\"到期\" cancelActivity=\"false\"";
    assertThat(STUDIO.check(drawing.replace("name=\"到期\"", patient)))
        .extracting(Finding::rule, Finding::elementId)
        .contains(org.assertj.core.groups.Tuple.tuple("deadline", Approval.TASK_SIGN));
    assertThat(STUDIO.check(drawing.replace("attachedToRef=\"task_Sign\"", "attachedToRef=\"x\"")))
        .as("an event at the edge of nothing")
        .extracting(Finding::rule)
        .contains("engine");
    assertThat(STUDIO.check(drawing.replace("</bpmn:serviceTask>", loop + "</bpmn:serviceTask>")))
        .extracting(Finding::rule)
        .contains("multi-instance");
  }

  @Test
  void shouldRefuseADrawingOfMoreThanAMegabyte() {
    // given
    var large = Studio.drawing(FirstOrder.PROCESS_ID) + " ".repeat(1024 * 1024);

    // when
    var findings = STUDIO.check(large);

    // then
    assertThat(findings).extracting(Finding::rule).containsExactly("xml");
  }

  @Test
  void shouldTakeADrawingMadeWithOlderTemplates() {
    // given
    var drawing = Studio.drawing(SeedUserIntake.PROCESS_ID);

    // when
    var older =
        drawing.replaceAll("modelerTemplateVersion=\"\\d+\"", "modelerTemplateVersion=\"0\"");

    // then
    assertThat(older).isNotEqualTo(drawing);
    assertThat(STUDIO.check(older)).isEmpty();
  }

  @Test
  void shouldOfferATemplateForEveryJobType() {
    // when
    var ids = STUDIO.templates().stream().map(template -> template.get("id")).toList();

    // then
    assertThat(ids)
        .containsAll(List.of("dev.siyu." + JobTypes.SEND_MESSAGE, "dev.siyu." + JobTypes.HAND_OVER))
        .doesNotHaveDuplicates();
  }
}
