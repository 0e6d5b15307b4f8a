package dev.siyu.journeys;

import static dev.siyu.journeys.DrawingRule.error;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Loops wait, end, and do not send for ever. */
final class LoopRules {

  private static final String RULE = "loop-limit";
  private static final Set<String> WAITS =
      Set.of("intermediateCatchEvent", "userTask", "eventBasedGateway", "boundaryEvent");

  private final Steps steps;

  LoopRules(Steps steps) {
    this.steps = steps;
  }

  /** Every loop has a limit: it waits, it can be left, and what sends in it is counted. */
  List<Finding> everyLoopIsLimited(Drawing drawing) {
    var graph = Graph.of(drawing);
    var limits = new LoopLimits(steps, drawing, graph);
    var restless =
        graph
            .loops(node -> !WAITS.contains(node.getLocalName()), step -> !limits.isLimited(step))
            .stream()
            .map(loop -> finding(loop, graph, "循环里没有等待，会一直空转 / a loop without a wait never rests"));
    var endless =
        graph.loops(node -> !LoopLimits.isChoice(drawing, node) && !isEventChoice(node)).stream()
            .map(loop -> finding(loop, graph, "循环没有出口，要有次数或条件才能结束 / a loop without a way out"));
    var uncounted =
        graph.loops(node -> true, step -> !limits.isLimited(step)).stream()
            .filter(loop -> loop.stream().anyMatch(id -> steps.reachesCustomer(graph, id)))
            .map(
                loop ->
                    finding(
                        loop,
                        graph,
                        "循环里会联系客户，要数次数并在往回走的路上比较（例如每轮 round + 1，条件 round < 2），或由系统判断何时停"
                            + " / a loop that reaches customers must be counted, and the count"
                            + " compared on the way back"));
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
}
