package dev.siyu.journeys;

/** A drawing that decides by a table which stands in it, and shows a form of its own. */
final class Deciding {

  private static final String DRAWING =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:siyu="https://siyu.dev/schema/enclosures/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0" id="d" targetNamespace="t">
        <bpmn:process id="deciding" name="按表决定" isExecutable="true">
          <bpmn:extensionElements>
            <siyu:decision id="gift_table"><![CDATA[%s]]></siyu:decision>
          </bpmn:extensionElements>
          <bpmn:startEvent id="start_A"><bpmn:outgoing>flow_A</bpmn:outgoing></bpmn:startEvent>
          <bpmn:businessRuleTask id="task_Gift" name="送什么">
            <bpmn:extensionElements><zeebe:calledDecision decisionId="gift" resultVariable="gift" /></bpmn:extensionElements>
            <bpmn:incoming>flow_A</bpmn:incoming><bpmn:outgoing>flow_B</bpmn:outgoing>
          </bpmn:businessRuleTask>
          <bpmn:endEvent id="end_A"><bpmn:incoming>flow_B</bpmn:incoming></bpmn:endEvent>
          <bpmn:sequenceFlow id="flow_A" sourceRef="start_A" targetRef="task_Gift" />
          <bpmn:sequenceFlow id="flow_B" sourceRef="task_Gift" targetRef="end_A" />
        </bpmn:process>
        <bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="p" bpmnElement="deciding">
          <bpmndi:BPMNShape id="s" bpmnElement="start_A"><dc:Bounds x="0" y="22" width="36" height="36" /></bpmndi:BPMNShape>
          <bpmndi:BPMNShape id="t" bpmnElement="task_Gift"><dc:Bounds x="90" y="0" width="100" height="80" /></bpmndi:BPMNShape>
          <bpmndi:BPMNShape id="e" bpmnElement="end_A"><dc:Bounds x="240" y="22" width="36" height="36" /></bpmndi:BPMNShape>
          <bpmndi:BPMNEdge id="f" bpmnElement="flow_A"><di:waypoint x="36" y="40" /><di:waypoint x="90" y="40" /></bpmndi:BPMNEdge>
          <bpmndi:BPMNEdge id="h" bpmnElement="flow_B"><di:waypoint x="190" y="40" /><di:waypoint x="240" y="40" /></bpmndi:BPMNEdge>
        </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
      </bpmn:definitions>
      """;

  private static final String TABLE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="gift_table" name="送什么" namespace="https://siyu.dev/decisions">
        <inputData id="input_spent" name="spent" />
        <decision id="gift" name="送什么">
          <informationRequirement id="needs"><requiredInput href="#input_spent" /></informationRequirement>
          <informationRequirement id="needs2"><requiredDecision href="#rank" /></informationRequirement>
          <decisionTable id="table_gift" hitPolicy="FIRST">
            <input id="in"><inputExpression id="ex" typeRef="number"><text>rank</text></inputExpression></input>
            <output id="out" name="gift" typeRef="string" />
            <rule id="r1"><inputEntry id="r1i"><text>&gt;= 2</text></inputEntry><outputEntry id="r1o"><text>"%s"</text></outputEntry></rule>
            <rule id="r2"><inputEntry id="r2i"><text></text></inputEntry><outputEntry id="r2o"><text>"nothing"</text></outputEntry></rule>
          </decisionTable>
        </decision>
        <decision id="rank" name="档次">
          <variable id="v" name="rank" typeRef="number" />
          <literalExpression id="l"><text>if spent &gt; 100 then 2 else 1</text></literalExpression>
        </decision>
      </definitions>
      """;

  static final String FORM =
      """
      {"type": "default", "id": "gift-form", "components": [{"type": "textfield", "id": "f", "key": "wish", "label": "想要什么"}]}
      """;

  static String drawing(String gift) {
    return DRAWING.formatted(TABLE.formatted(gift).strip());
  }

  /** With a form beside the table. */
  static String withForm() {
    return drawing("cup")
        .replace(
            "</siyu:decision>",
            "</siyu:decision><siyu:form id=\"gift-form\">" + FORM.strip() + "</siyu:form>");
  }

  private Deciding() {}
}
