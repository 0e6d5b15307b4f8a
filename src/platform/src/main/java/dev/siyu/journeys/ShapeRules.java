package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.Drawing.BPMNDI;
import static dev.siyu.journeys.Drawing.ZEEBE;
import static dev.siyu.journeys.DrawingRule.error;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a drawing may be made of. */
final class ShapeRules {

  private static final Set<String> PALETTE =
      Set.of(
          "startEvent",
          "endEvent",
          "intermediateCatchEvent",
          "boundaryEvent",
          "exclusiveGateway",
          "parallelGateway",
          "eventBasedGateway",
          "serviceTask",
          "userTask",
          "businessRuleTask",
          "subProcess",
          "sequenceFlow");
  private static final Set<String> TRIGGERS =
      Set.of("messageEventDefinition", "timerEventDefinition", "terminateEventDefinition");

  static final DrawingRule ONE_EXECUTABLE_PROCESS =
      drawing -> {
        var processes = drawing.all(BPMN, "process");
        if (processes.size() != 1 || !drawing.all(BPMN, "collaboration").isEmpty()) {
          return List.of(error(null, "one-process", "一张图只画一段旅程 / one journey per drawing"));
        }
        var process = processes.getFirst();
        var id = process.getAttribute("id");
        if (!process.getAttribute("isExecutable").equals("true")) {
          return List.of(error(id, "executable", "旅程未标记为可执行 / the process is not executable"));
        }
        return id.matches("[a-z][a-z0-9-]{2,60}") && !process.getAttribute("name").isBlank()
            ? List.of()
            : List.of(
                error(
                    id, "process-id", "旅程需要名称，ID 用小写字母、数字和连字符 / needs a name and a kebab-case id"));
      };

  static final DrawingRule ONLY_THE_PALETTE =
      drawing ->
          drawing.drawn().stream()
              .filter(element -> !PALETTE.contains(element.getLocalName()))
              .map(
                  element ->
                      error(
                          element.getAttribute("id"),
                          "palette",
                          "不支持的元素：%s / element not allowed: %s"
                              .formatted(element.getLocalName(), element.getLocalName())))
              .toList();

  static final DrawingRule ONLY_KNOWN_TRIGGERS =
      drawing ->
          drawing.all(BPMN, "*").stream()
              .filter(element -> element.getLocalName().endsWith("EventDefinition"))
              .filter(element -> !TRIGGERS.contains(element.getLocalName()))
              .map(
                  element ->
                      error(
                          drawing.ownerId(element),
                          "palette",
                          "不支持的事件：%s / event not allowed: %s"
                              .formatted(element.getLocalName(), element.getLocalName())))
              .toList();

  /**
   * One instance per customer: a loop over customers would be a mailing list. Several people may
   * sign the same request.
   */
  static final DrawingRule NO_MULTI_INSTANCE =
      drawing ->
          drawing.all(BPMN, "multiInstanceLoopCharacteristics").stream()
              .filter(loop -> !loop.getParentNode().getLocalName().equals("userTask"))
              .map(
                  element ->
                      error(
                          drawing.ownerId(element), "multi-instance", "不支持多实例 / no multi-instance"))
              .toList();

  /** A task without the mark would be a job that nobody takes. */
  static final DrawingRule PEOPLE_HAVE_TASKS_OF_THE_ENGINE =
      drawing ->
          drawing.all(BPMN, "userTask").stream()
              .filter(
                  task ->
                      !Drawing.has(task, ZEEBE, "userTask")
                          || !Drawing.has(task, ZEEBE, "formDefinition")
                          || !Drawing.has(task, ZEEBE, "assignmentDefinition"))
              .map(
                  task ->
                      error(
                          task.getAttribute("id"),
                          "user-task",
                          "人工任务要用 Zeebe 原生任务，并指定表单和审批人 / needs zeebe:userTask, a form and"
                              + " candidates"))
              .toList();

  /** What runs is what people see: once, and not folded away. */
  static final DrawingRule EVERYTHING_IS_SHOWN =
      drawing -> {
        var shown = drawing.shown();
        var folded =
            drawing.all(BPMNDI, "BPMNShape").stream()
                .filter(shape -> shape.getAttribute("isExpanded").equals("false"))
                .map(shape -> shape.getAttribute("bpmnElement"))
                .collect(Collectors.toSet());
        return drawing.drawn().stream()
            .map(element -> element.getAttribute("id"))
            .filter(id -> Collections.frequency(shown, id) != 1 || folded.contains(id))
            .map(
                id ->
                    error(
                        id,
                        "diagram",
                        "图形缺失、重复或折叠，流程图上看不清 / missing, doubled or folded in the diagram"))
            .toList();
      };

  static final DrawingRule IDS_ARE_UNIQUE =
      drawing -> {
        var seen = new HashSet<String>();
        return Stream.of(
                drawing.drawn(), drawing.all(BPMN, "message"), drawing.all(BPMN, "process"))
            .flatMap(List::stream)
            .map((Element element) -> element.getAttribute("id"))
            .filter(id -> !seen.add(id))
            .map(id -> error(id, "unique-id", "ID 重复 / id used twice"))
            .toList();
      };

  static final List<DrawingRule> ALL =
      List.of(
          ONE_EXECUTABLE_PROCESS,
          ONLY_THE_PALETTE,
          ONLY_KNOWN_TRIGGERS,
          NO_MULTI_INSTANCE,
          PEOPLE_HAVE_TASKS_OF_THE_ENGINE,
          EVERYTHING_IS_SHOWN,
          IDS_ARE_UNIQUE);

  private ShapeRules() {}
}
