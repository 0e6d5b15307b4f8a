package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.Drawing.ZEEBE;
import static dev.siyu.journeys.DrawingRule.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Which work a drawing may ask for, and how customers are told apart. */
@Component
final class WorkRules {

  private static final Set<String> EXTENSIONS =
      Set.of(
          "taskDefinition",
          "taskHeaders",
          "header",
          "ioMapping",
          "input",
          "output",
          "subscription",
          "userTask",
          "formDefinition",
          "assignmentDefinition",
          "taskSchedule",
          "loopCharacteristics",
          "properties",
          "property");

  private final WorkerCatalogue workers;

  WorkRules(WorkerCatalogue workers) {
    this.workers = workers;
  }

  List<DrawingRule> all() {
    return List.of(
        this::tasksAreCarriedOut,
        WorkRules::onlyKnownExtensions,
        WorkRules::messagesAreKnown,
        WorkRules::outputsKeepTheMoment);
  }

  private List<Finding> tasksAreCarriedOut(Drawing drawing) {
    var findings = new ArrayList<Finding>();
    for (var task : drawing.all(BPMN, "serviceTask")) {
      var id = task.getAttribute("id");
      var definitions = task.getElementsByTagNameNS(ZEEBE, "taskDefinition");
      var type =
          definitions.getLength() == 0 ? "" : ((Element) definitions.item(0)).getAttribute("type");
      workers
          .find(type)
          .ifPresentOrElse(
              worker -> findings.addAll(fieldFindings(id, worker, headers(task))),
              () ->
                  findings.add(
                      error(
                          id,
                          "job-type",
                          "没有工作者执行 “%s” / no worker for this type".formatted(type))));
    }
    return findings;
  }

  private static List<Finding> fieldFindings(
      String id, Worker worker, Map<String, String> headers) {
    var findings = new ArrayList<Finding>();
    for (var field : worker.fields()) {
      var value = headers.getOrDefault(field.name(), "");
      if (value.isBlank() && field.isRequired()) {
        findings.add(error(id, "field", "请填写“%s” / required".formatted(field.text().label())));
      } else if (!value.isBlank() && !field.takes(value)) {
        findings.add(
            error(
                id,
                "field",
                "“%s” 不接受 %s / not one of %s"
                    .formatted(
                        field.text().label(), value, String.join(", ", field.text().choices()))));
      }
    }
    return findings;
  }

  private static Map<String, String> headers(Element task) {
    var headers = new HashMap<String, String>();
    var nodes = task.getElementsByTagNameNS(ZEEBE, "header");
    for (int i = 0; i < nodes.getLength(); i++) {
      var header = (Element) nodes.item(i);
      headers.put(header.getAttribute("key"), header.getAttribute("value"));
    }
    return headers;
  }

  private static List<Finding> onlyKnownExtensions(Drawing drawing) {
    return drawing.all(ZEEBE, "*").stream()
        .filter(element -> !EXTENSIONS.contains(element.getLocalName()))
        .map(
            element ->
                error(
                    drawing.ownerId(element),
                    "extension",
                    "不支持的设置：zeebe:%s / setting not allowed".formatted(element.getLocalName())))
        .toList();
  }

  private static List<Finding> messagesAreKnown(Drawing drawing) {
    var starts =
        drawing.all(BPMN, "startEvent").stream()
            .filter(event -> event.getParentNode().getLocalName().equals("process"))
            .flatMap(event -> Drawing.children(event).stream())
            .map(definition -> definition.getAttribute("messageRef"))
            .toList();
    var findings = new ArrayList<Finding>();
    for (var message : drawing.all(BPMN, "message")) {
      var name = message.getAttribute("name");
      if (KnownMessage.find(name).isEmpty()) {
        findings.add(
            error(
                message.getAttribute("id"),
                "message",
                "没人会发消息 “%s” / unknown message".formatted(name)));
      }
      if (!starts.contains(message.getAttribute("id")) && !isCorrelated(message)) {
        findings.add(
            error(
                message.getAttribute("id"),
                "correlation",
                "消息 “%s” 的关联键必须是 %s / correlation key"
                    .formatted(name, KnownMessage.correlationOf(name))));
      }
    }
    return findings;
  }

  private static boolean isCorrelated(Element message) {
    var subscriptions = message.getElementsByTagNameNS(ZEEBE, "subscription");
    return subscriptions.getLength() == 1
        && ((Element) subscriptions.item(0))
            .getAttribute("correlationKey")
            .equals(KnownMessage.correlationOf(message.getAttribute("name")));
  }

  /** With output mappings only what is mapped leaves the task; without {@code at} timers err. */
  private static List<Finding> outputsKeepTheMoment(Drawing drawing) {
    return drawing.all(ZEEBE, "ioMapping").stream()
        .filter(mapping -> Drawing.has(mapping, ZEEBE, "output"))
        .filter(
            mapping -> !mapping.getParentNode().getParentNode().getLocalName().equals("subProcess"))
        .filter(
            mapping ->
                Drawing.children(mapping).stream()
                    .noneMatch(
                        output ->
                            output.getLocalName().equals("output")
                                && output.getAttribute("target").equals("at")))
        .map(
            mapping ->
                error(
                    drawing.ownerId(mapping),
                    "output-at",
                    "有输出映射时必须带上 at，否则后面的期限会算错 / outputs must map at"))
        .toList();
  }
}
