package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.DrawingRule.error;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Loops wait, end, and do not send for ever. */
final class LoopRules {

  private static final String RULE = "loop-limit";
  private static final Pattern COUNTED = Pattern.compile("[<>]=?\\s*\\d|REFUSED_LATER");
  private static final Set<String> WAITS =
      Set.of("intermediateCatchEvent", "userTask", "eventBasedGateway", "boundaryEvent");

  private final Steps steps;

  LoopRules(Steps steps) {
    this.steps = steps;
  }

  /** Every loop has a limit: it waits, it can be left, and what sends in it is counted. */
  List<Finding> everyLoopIsLimited(Drawing drawing) {
    var graph = Graph.of(drawing);
    var restless =
        graph
            .loops(node -> !WAITS.contains(node.getLocalName()) && !isCounted(drawing, node))
            .stream()
            .map(loop -> finding(loop, graph, "循环里没有等待，会一直空转 / a loop without a wait never rests"));
    var endless =
        graph.loops(node -> !isChoice(drawing, node) && !isEventChoice(node)).stream()
            .map(loop -> finding(loop, graph, "循环没有出口，要有次数或条件才能结束 / a loop without a way out"));
    var uncounted =
        graph.loops(node -> !isCounted(drawing, node)).stream()
            .filter(loop -> loop.stream().anyMatch(id -> steps.reachesCustomer(graph, id)))
            .map(
                loop ->
                    finding(
                        loop,
                        graph,
                        "循环里会联系客户，要数次数（例如 round < 2）或由系统判断何时停 / a loop that reaches"
                            + " customers must be counted"));
    return Stream.of(restless, endless, uncounted).flatMap(found -> found).limit(20).toList();
  }

  private Finding finding(Set<String> loop, Graph graph, String message) {
    var at =
        graph.nodes().keySet().stream()
            .filter(loop::contains)
            .filter(id -> steps.reachesCustomer(graph, id))
            .findFirst()
            .orElseGet(
                () ->
                    graph.nodes().keySet().stream().filter(loop::contains).findFirst().orElse(""));
    return error(at, RULE, message);
  }

  private static boolean isEventChoice(Element node) {
    return node.getLocalName().equals("eventBasedGateway");
  }

  private static boolean isChoice(Drawing drawing, Element node) {
    return node.getLocalName().equals("exclusiveGateway") && drawing.next(node).size() > 1;
  }

  /** A choice by a number, by the contact rules (they end it), or by what a worker just decided. */
  private boolean isCounted(Drawing drawing, Element node) {
    return isChoice(drawing, node)
        && (drawing.flowsFrom(node).stream()
                .flatMap(flow -> Drawing.children(flow).stream())
                .filter(part -> part.getNamespaceURI().equals(BPMN))
                .anyMatch(condition -> COUNTED.matcher(condition.getTextContent()).find())
            || drawing.before(node).stream()
                .filter(before -> before.getLocalName().equals("serviceTask"))
                .anyMatch(before -> !steps.reachesCustomer(before)));
  }
}
