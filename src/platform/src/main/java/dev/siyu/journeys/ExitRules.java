package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.DrawingRule.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Who has bought or left is not asked to buy any more, wherever the journey stands. */
final class ExitRules {

  private final Steps steps;

  ExitRules(Steps steps) {
    this.steps = steps;
  }

  List<Finding> nudgesEndAtOnce(Drawing drawing) {
    var names =
        drawing.all(BPMN, "message").stream()
            .collect(
                Collectors.toMap(
                    message -> message.getAttribute("id"),
                    message -> message.getAttribute("name"),
                    (one, other) -> one));
    var edges = drawing.all(BPMN, "boundaryEvent");
    var findings = new ArrayList<Finding>();
    for (var task : drawing.all(BPMN, "serviceTask")) {
      if (!steps.isMessage(task) || !steps.value(task, "nudge").equals("yes")) {
        continue;
      }
      var exits = exitsAround(edges, task, names);
      if (!exits.contains("order-paid")) {
        findings.add(
            error(
                task.getAttribute("id"),
                "purchase-exit",
                "催单必须能被购买打断：加“订单已付款”事件子流程 / a nudge needs an exit on purchase"));
      }
      if (!exits.contains("customer-left")) {
        findings.add(
            error(
                task.getAttribute("id"),
                "left-exit",
                "催单必须能被客户离开打断：加“客户已离开”事件子流程 / a nudge needs an exit when the customer leaves"));
      }
    }
    return findings;
  }

  private static Set<String> exitsAround(
      List<Element> edges, Element task, Map<String, String> names) {
    var exits = new java.util.HashSet<String>();
    for (var node = task.getParentNode();
        node instanceof Element scope && !scope.getLocalName().equals("definitions");
        node = node.getParentNode()) {
      Drawing.children(scope).stream()
          .filter(child -> "true".equals(child.getAttribute("triggeredByEvent")))
          .flatMap(sub -> Drawing.children(sub).stream())
          .filter(start -> "startEvent".equals(start.getLocalName()))
          .filter(start -> !start.getAttribute("isInterrupting").equals("false"))
          .forEach(start -> exits.addAll(messages(start, names)));
      edges.stream()
          .filter(event -> event.getAttribute("attachedToRef").equals(scope.getAttribute("id")))
          .filter(event -> !event.getAttribute("cancelActivity").equals("false"))
          .forEach(event -> exits.addAll(messages(event, names)));
    }
    return exits;
  }

  private static List<String> messages(Element event, Map<String, String> names) {
    return Drawing.children(event).stream()
        .map(definition -> names.getOrDefault(definition.getAttribute("messageRef"), ""))
        .toList();
  }
}
