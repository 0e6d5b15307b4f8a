package dev.siyu.journeys;

import dev.siyu.engine.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The palette as element templates of the Camunda 8 modeler (Zeebe schema). */
final class ElementTemplates {

  private static final int NAMED = 40;
  private static final String SCHEMA =
      "https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json";

  static Map<String, Object> step(Worker worker, LiveFacts facts) {
    var properties = new ArrayList<Map<String, Object>>();
    properties.add(hidden(worker.type(), definition("type")));
    properties.add(hidden("5", definition("retries")));
    worker.fields().forEach(field -> properties.add(property(field, facts)));
    return template(
        worker.type(),
        worker.name() + " " + worker.nameEn(),
        worker.help(),
        icon(worker.name(), worker.color()),
        List.of("bpmn:Task", "bpmn:ServiceTask"),
        Map.of("value", "bpmn:ServiceTask"),
        properties);
  }

  /** Waiting for a message, somewhere in the middle of a journey. */
  static Map<String, Object> wait(KnownMessage message) {
    return template(
        "wait." + message.name(),
        message.label() + " " + message.labelEn(),
        "等待消息 " + message.name(),
        icon(message.label(), "#5b6b7d"),
        List.of("bpmn:IntermediateCatchEvent", "bpmn:IntermediateThrowEvent"),
        Map.of(
            "value", "bpmn:IntermediateCatchEvent",
            "eventDefinition", "bpmn:MessageEventDefinition"),
        List.of(
            hidden(message.name(), Map.of("type", "bpmn:Message#property", "name", "name")),
            hidden(
                message.correlation(),
                Map.of(
                    "type", "bpmn:Message#zeebe:subscription#property",
                    "name", "correlationKey"))));
  }

  /** A task of people in a drawing of approvals; its interrupting timer is drawn at its edge. */
  static Map<String, Object> people() {
    return template(
        "ask-people",
        "请负责人审批 Ask a manager",
        "人工任务：由谁审批、期限、表单；任务边上要画中断的定时，变量 approvalId 指明是哪件审批",
        icon("请", "#7a4fb5"),
        List.of("bpmn:Task", "bpmn:UserTask"),
        Map.of("value", "bpmn:UserTask"),
        List.of(
            Map.of("type", "Hidden", "binding", Map.of("type", "zeebe:userTask")),
            hidden(
                "approval-decision", Map.of("type", "zeebe:formDefinition", "property", "formId")),
            choice(
                "groups",
                "由谁审批 Who",
                "role:BOSS",
                Map.of("type", "zeebe:assignmentDefinition", "property", "candidateGroups")),
            choice(
                "dueDate",
                "期限 Due",
                "=dueAt",
                Map.of("type", "zeebe:taskSchedule", "property", "dueDate"))));
  }

  private static Map<String, Object> choice(
      String id, String label, String value, Map<String, Object> binding) {
    return Map.of(
        "id", id,
        "label", label,
        "type", "String",
        "feel", "optional",
        "value", value,
        "constraints", Map.of("notEmpty", true),
        "binding", binding);
  }

  /** Waiting until a date; always a date, never a duration (see the drawing guide). */
  static Map<String, Object> until(String id, String name, String date) {
    return template(
        "until." + id,
        name,
        "等到某个时刻：日期由 at（上一步的时刻）算出",
        icon("等", "#5b6b7d"),
        List.of("bpmn:IntermediateCatchEvent", "bpmn:IntermediateThrowEvent"),
        Map.of(
            "value", "bpmn:IntermediateCatchEvent",
            "eventDefinition", "bpmn:TimerEventDefinition"),
        List.of(
            Map.of(
                "id", "until",
                "label", "等到 Until",
                "type", "String",
                "feel", "required",
                "value", date,
                "constraints", Map.of("notEmpty", true),
                "binding",
                    Map.of("type", "bpmn:TimerEventDefinition#property", "name", "timeDate"))));
  }

  private static Map<String, Object> template(
      String id,
      String name,
      String description,
      String icon,
      List<String> appliesTo,
      Map<String, Object> elementType,
      List<Map<String, Object>> properties) {
    var template = new LinkedHashMap<String, Object>();
    template.put("$schema", SCHEMA);
    template.put("name", name);
    template.put("id", "dev.siyu." + id);
    template.put("version", 1);
    template.put("description", description);
    template.put("category", Map.of("id", "siyu", "name", "私域 Siyu"));
    template.put("icon", Map.of("contents", icon));
    template.put("appliesTo", appliesTo);
    template.put("elementType", elementType);
    template.put("properties", properties);
    return template;
  }

  private static Map<String, Object> property(Worker.Field field, LiveFacts facts) {
    var text = field.text();
    var live = facts.choices(text.from());
    // several tags stand in one field, so their list can only be told
    var several = text.from() == Header.From.TAGS;
    var choices =
        several || live.isEmpty()
            ? Arrays.stream(text.choices()).map(c -> Map.of("name", c, "value", c)).toList()
            : live.stream().map(c -> Map.of("name", c.name(), "value", c.value())).toList();
    var property = new LinkedHashMap<String, Object>();
    property.put("id", field.name());
    property.put("label", text.label() + " " + text.labelEn());
    var help = several && !live.isEmpty() ? text.help() + "；已有：" + names(live) : text.help();
    if (!help.isEmpty()) {
      property.put("description", help);
    }
    property.put("type", choices.isEmpty() ? "String" : "Dropdown");
    if (!choices.isEmpty()) {
      property.put("choices", choices);
    }
    if (!text.defaultValue().isEmpty()) {
      property.put("value", text.defaultValue());
    }
    if (text.optional()) {
      property.put("optional", true);
    } else {
      property.put("constraints", Map.of("notEmpty", true));
    }
    property.put("binding", Map.of("type", "zeebe:taskHeader", "key", field.name()));
    return property;
  }

  private static String names(List<LiveFacts.Choice> choices) {
    return choices.stream()
        .limit(NAMED)
        .map(LiveFacts.Choice::value)
        .collect(Collectors.joining("、", "", choices.size() > NAMED ? "…" : ""));
  }

  private static Map<String, Object> hidden(String value, Map<String, Object> binding) {
    return Map.of("type", "Hidden", "value", value, "binding", binding);
  }

  private static Map<String, Object> definition(String property) {
    return Map.of("type", "zeebe:taskDefinition", "property", property);
  }

  private static String icon(String name, String color) {
    var svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='18' height='18'><rect width='18'"
            + " height='18' rx='4' fill='%s'/><text x='9' y='13' font-size='11'"
            + " text-anchor='middle' fill='#fff'>%s</text></svg>";
    var drawn = svg.formatted(color, name.substring(0, 1));
    return "data:image/svg+xml,"
        + URLEncoder.encode(drawn, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private ElementTemplates() {}
}
