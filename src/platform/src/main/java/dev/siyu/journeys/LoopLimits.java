package dev.siyu.journeys;

import dev.siyu.artifacts.Rounds;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * The ways on which nobody goes round for ever: their condition compares what each loop through
 * them counts with a limit, asks the contact rules, or asks a worker that ends the loop by itself.
 */
final class LoopLimits {

  private final Drawing drawing;
  private final Graph graph;
  private final Map<String, Tally> tallies = new HashMap<>();
  private final Map<Graph.Step, Boolean> known = new IdentityHashMap<>();

  LoopLimits(Steps steps, Drawing drawing, Graph graph) {
    this.drawing = drawing;
    this.graph = graph;
    for (var loop : graph.loops(node -> true)) {
      var tally = Tally.of(loop, graph, steps);
      loop.forEach(id -> tallies.put(id, tally));
    }
  }

  /** True when one cannot take this way in each round. */
  boolean isLimited(Graph.Step step) {
    return known.computeIfAbsent(step, this::judged);
  }

  static boolean isChoice(Drawing drawing, Element node) {
    return node.getLocalName().equals("exclusiveGateway") && drawing.next(node).size() > 1;
  }

  private boolean judged(Graph.Step step) {
    var from = graph.nodes().get(step.from());
    var tally = tallies.get(step.from());
    if (from == null || tally == null || !isChoice(drawing, from)) {
      return false;
    }
    var rounds = tally.through(step, graph);
    var others = graph.from(step.from()).stream().filter(other -> other != step).toList();
    return step.condition().isBlank()
        ? others.stream()
            .anyMatch(other -> rounds.comes(other.condition()) || isDecided(rounds, other))
        : rounds.ends(step.condition());
  }

  /** A worker that ends a loop by itself will say so one day; the way without condition waits. */
  private static boolean isDecided(Rounds rounds, Graph.Step step) {
    return Rounds.asked(step.condition()).stream()
        .anyMatch(name -> "".equals(rounds.settled().get(name)));
  }
}
