package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.Drawing.ZEEBE;
import static dev.siyu.journeys.DrawingRule.error;

import dev.siyu.engine.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Which work a drawing may ask for, and how customers are told apart. */
@Component
final class WorkRules {

  private final WorkerCatalogue workers;
  private final LiveFacts facts;

  WorkRules(WorkerCatalogue workers, LiveFacts facts) {
    this.workers = workers;
    this.facts = facts;
  }

  List<DrawingRule> all() {
    return List.of(
        this::tasksAreCarriedOut,
        this::contentIsApproved,
        WorkRules::messagesAreKnown,
        WorkRules::outputsKeepTheMoment);
  }

  private List<Finding> tasksAreCarriedOut(Drawing drawing) {
    var findings = new ArrayList<Finding>();
    for (var task : drawing.all(BPMN, "serviceTask")) {
      var id = task.getAttribute("id");
      var type = Steps.type(task);
      workers
          .find(type)
          .ifPresentOrElse(
              worker -> findings.addAll(fieldFindings(id, worker, Steps.headers(task))),
              () ->
                  findings.add(
                      error(
                          id,
                          "job-type",
                          "没有工作者执行 “%s” / no worker carries out “%s”".formatted(type, type))));
    }
    return findings;
  }

  private static List<Finding> fieldFindings(
      String id, Worker worker, Map<String, String> headers) {
    var findings = new ArrayList<Finding>();
    for (var field : worker.fields()) {
      var value = headers.getOrDefault(field.name(), "");
      if (value.isBlank() && field.isRequired()) {
        findings.add(
            error(
                id,
                "field",
                "请填写“%s” / fill in “%s”".formatted(field.text().label(), field.text().labelEn())));
      } else if (!value.isBlank() && !field.takes(value)) {
        findings.add(
            error(
                id,
                "field",
                "“%s” 不接受 %s，应为 %s / “%s” does not take %s (expected: %s)"
                    .formatted(
                        field.text().label(),
                        value,
                        field.expected(),
                        field.text().labelEn(),
                        value,
                        field.expected())));
      }
    }
    return findings;
  }

  /** A step without its words would stop the journey of every customer who gets there. */
  private List<Finding> contentIsApproved(Drawing drawing) {
    var approved = facts.approvedContent();
    var findings = new ArrayList<Finding>();
    for (var task : drawing.all(BPMN, "serviceTask")) {
      var headers = Steps.headers(task);
      workers.find(Steps.type(task)).stream()
          .flatMap(worker -> worker.fields().stream())
          .filter(field -> field.text().from() == Header.From.CONTENT)
          .map(field -> headers.getOrDefault(field.name(), ""))
          .filter(key -> !key.isBlank() && !approved.contains(key))
          .forEach(
              key ->
                  findings.add(
                      error(
                          task.getAttribute("id"),
                          "content",
                          "内容 “%s” 没有已审核的版本 / content without an approved version: %s"
                              .formatted(key, key))));
    }
    return findings;
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
                "没人会发消息 “%s” / nobody sends the message “%s”".formatted(name, name)));
      }
      if (!starts.contains(message.getAttribute("id")) && !isCorrelated(message)) {
        findings.add(
            error(
                message.getAttribute("id"),
                "correlation",
                "消息 “%s” 的关联键必须是 %s / the message “%s” correlates by %s"
                    .formatted(
                        name,
                        KnownMessage.correlationOf(name),
                        name,
                        KnownMessage.correlationOf(name))));
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
