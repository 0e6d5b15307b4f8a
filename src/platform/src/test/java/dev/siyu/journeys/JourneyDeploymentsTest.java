package dev.siyu.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestDatabase;
import dev.siyu.journeys.ShippedDrawings.Drawn;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JourneyDeploymentsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String FIRST = drawing("第一版");
  private static final String SECOND = drawing("第二版");
  private static final String BY_HAND = drawing("手改版");

  private final DeploymentRig rig = new DeploymentRig(DATABASE);
  private final DeploymentRig.FakeEngine engine = rig.engine;
  private final JourneyDeployments deployments = rig.deployments;

  @BeforeEach
  void forget() {
    DATABASE.jdbc().sql("TRUNCATE drawing_deployment").update();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void shouldDeployAShippedDrawingOnce() {
    // when
    deployments.ship(new Drawn("journey", FIRST));
    deployments.ship(new Drawn("journey", FIRST));

    // then
    assertThat(rows()).containsExactly("1 SHIPPED siyu");
    assertThat(deployments.drawing("journey")).contains(FIRST);
  }

  @Test
  void shouldDeployTheNextReleasesDrawing() {
    // given
    deployments.ship(new Drawn("journey", FIRST));

    // when
    deployments.ship(new Drawn("journey", SECOND));

    // then
    assertThat(deployments.drawing("journey")).contains(SECOND);
  }

  @Test
  void shouldNeverOverwriteWhatAPersonDeployed() {
    // given
    deployments.ship(new Drawn("journey", FIRST));
    deployments.deploy(BY_HAND, "三天改两天", "ops");

    // when
    deployments.ship(new Drawn("journey", SECOND));

    // then
    assertThat(deployments.drawing("journey")).contains(BY_HAND);
    assertThat(rows()).containsExactly("1 SHIPPED siyu", "2 CONSOLE ops");
    assertThat(engine.deployed).last().isEqualTo(BY_HAND);
  }

  @Test
  void shouldBringTheDrawingBackToAnEngineThatLostItsData() {
    // given
    deployments.deploy(BY_HAND, null, "ops");
    engine.deployed.clear();

    // when
    deployments.ship(new Drawn("journey", FIRST));

    // then
    assertThat(engine.deployed).containsExactly(BY_HAND);
  }

  @Test
  void shouldNotDeployADrawingThatBreaksARule() {
    assertThatThrownBy(
            () -> deployments.deploy(FIRST.replace("bpmn:endEvent", "bpmn:task"), null, "ops"))
        .isInstanceOf(DrawingRefused.class)
        .hasMessageContaining("SIYU-4020");
    assertThat(engine.deployed).isEmpty();
    assertThat(rows()).isEmpty();
  }

  @Test
  void shouldKeepADrawingAsOneTextWithItsTables() {
    // given
    var drawing = Deciding.drawing("cup");

    // when
    deployments.deploy(drawing, "按表送礼", "ops");

    // then
    assertThat(deployments.drawing("deciding")).contains(drawing);
    assertThat(engine.deployed).singleElement().asString().doesNotContain("siyu:decision");
  }

  @Test
  void shouldNotWaitAtAStartThatBringsNothingNew() {
    // given
    var drawn = new Drawn("journey", FIRST);

    // then
    assertThat(deployments.ship(drawn)).as("the key to wait for").contains(101L);
    assertThat(deployments.ship(drawn)).isEmpty();
    deployments.deploy(BY_HAND, null, "ops");
    assertThat(deployments.ship(drawn)).isEmpty();
    engine.take(SECOND);
    assertThat(deployments.ship(drawn)).as("a candidate was on top").contains(104L);
  }

  private static List<String> rows() {
    return DATABASE
        .jdbc()
        .sql("SELECT version || ' ' || source || ' ' || actor FROM drawing_deployment ORDER BY id")
        .query(String.class)
        .list();
  }

  private static String drawing(String name) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0" id="d" targetNamespace="t">
      <bpmn:process id="journey" name="%s" isExecutable="true">
        <bpmn:startEvent id="start_A"><bpmn:outgoing>flow_A</bpmn:outgoing></bpmn:startEvent>
        <bpmn:endEvent id="end_A"><bpmn:incoming>flow_A</bpmn:incoming></bpmn:endEvent>
        <bpmn:sequenceFlow id="flow_A" sourceRef="start_A" targetRef="end_A" />
      </bpmn:process>
      <bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="p" bpmnElement="journey">
        <bpmndi:BPMNShape id="s" bpmnElement="start_A"><dc:Bounds x="0" y="0" width="36" height="36" /></bpmndi:BPMNShape>
        <bpmndi:BPMNShape id="e" bpmnElement="end_A"><dc:Bounds x="90" y="0" width="36" height="36" /></bpmndi:BPMNShape>
        <bpmndi:BPMNEdge id="f" bpmnElement="flow_A"><di:waypoint x="36" y="18" /><di:waypoint x="90" y="18" /></bpmndi:BPMNEdge>
      </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
    </bpmn:definitions>
    """
        .formatted(name);
  }
}
