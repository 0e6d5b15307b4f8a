package dev.siyu.launches;

/** A small journey in as many versions as a test wants. */
final class WinBack {

  static String drawing(String name, String wait) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="d" targetNamespace="t" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0">
      <bpmn:process id="win-back" name="%s" isExecutable="true">
        <bpmn:startEvent id="start_A" name="客户沉睡"><bpmn:outgoing>flow_A</bpmn:outgoing><bpmn:messageEventDefinition id="definition_start_A" messageRef="message_A" /></bpmn:startEvent>
        <bpmn:intermediateCatchEvent id="timer_A" name="等待"><bpmn:incoming>flow_A</bpmn:incoming><bpmn:outgoing>flow_B</bpmn:outgoing><bpmn:timerEventDefinition id="definition_timer_A"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">=date and time(at) + duration("%s")</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
        <bpmn:endEvent id="end_A" name="结束"><bpmn:incoming>flow_B</bpmn:incoming></bpmn:endEvent>
        <bpmn:sequenceFlow id="flow_A" sourceRef="start_A" targetRef="timer_A" />
        <bpmn:sequenceFlow id="flow_B" sourceRef="timer_A" targetRef="end_A" />
      </bpmn:process>
      <bpmn:message id="message_A" name="customer-dormant" />
      <bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="p" bpmnElement="win-back">
        <bpmndi:BPMNShape id="s" bpmnElement="start_A"><dc:Bounds x="0" y="0" width="36" height="36" /></bpmndi:BPMNShape>
        <bpmndi:BPMNShape id="t" bpmnElement="timer_A"><dc:Bounds x="90" y="0" width="36" height="36" /></bpmndi:BPMNShape>
        <bpmndi:BPMNShape id="e" bpmnElement="end_A"><dc:Bounds x="180" y="0" width="36" height="36" /></bpmndi:BPMNShape>
        <bpmndi:BPMNEdge id="f" bpmnElement="flow_A"><di:waypoint x="36" y="18" /><di:waypoint x="90" y="18" /></bpmndi:BPMNEdge>
        <bpmndi:BPMNEdge id="h" bpmnElement="flow_B"><di:waypoint x="126" y="18" /><di:waypoint x="180" y="18" /></bpmndi:BPMNEdge>
      </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
    </bpmn:definitions>
    """
        .formatted(name, wait);
  }

  private WinBack() {}
}
