package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.Drawing.ZEEBE;
import static dev.siyu.journeys.DrawingRule.error;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Tasks of people: a form somebody drew, and somebody who hears of it when nobody decides. */
final class PeopleRules {

  private final LiveFacts facts;

  PeopleRules(LiveFacts facts) {
    this.facts = facts;
  }

  List<Finding> formsAreKnown(Drawing drawing) {
    var known = new HashSet<>(facts.forms());
    known.addAll(Enclosures.called(drawing, Enclosures.Kind.FORM));
    return drawing.all(ZEEBE, "formDefinition").stream()
        .filter(form -> !known.contains(form.getAttribute("formId")))
        .map(
            form ->
                error(
                    drawing.ownerId(form),
                    "form",
                    "没有表单 “%s” / unknown form".formatted(form.getAttribute("formId"))))
        .toList();
  }

  /** What follows a deadline that passed is not simply the end. */
  List<Finding> deadlinesEscalate(Drawing drawing) {
    return drawing.all(BPMN, "userTask").stream()
        .flatMap(task -> drawing.deadlinesOf(task).stream())
        .filter(deadline -> endsWithoutWork(drawing, deadline, new HashSet<>()))
        .map(
            deadline ->
                error(
                    deadline.getAttribute("id"),
                    "escalation",
                    "到期没人决定时要有下一步（升级、记录或改派），不能直接结束 / a deadline must escalate"))
        .toList();
  }

  private static boolean endsWithoutWork(Drawing drawing, Element from, Set<Element> seen) {
    var next = drawing.next(from);
    return next.isEmpty()
        || next.stream()
            .filter(seen::add)
            .anyMatch(
                node ->
                    switch (node.getLocalName()) {
                      case "serviceTask", "userTask", "subProcess" -> false;
                      default -> endsWithoutWork(drawing, node, seen);
                    });
  }
}
