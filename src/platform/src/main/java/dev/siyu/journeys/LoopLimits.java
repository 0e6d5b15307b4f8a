package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.ZEEBE;

import dev.siyu.artifacts.Rounds;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * The ways on which nobody goes round for ever: their condition compares what the loop counts with
 * a limit, asks the contact rules, or asks a worker that ends the loop by itself.
 */
final class LoopLimits {

  private final Steps steps;
  private final Drawing drawing;
  private final Graph graph;
  private final Map<String, Rounds> rounds = new HashMap<>();
  private final Map<Graph.Step, Boolean> known = new IdentityHashMap<>();

  LoopLimits(Steps steps, Drawing drawing, Graph graph) {
    this.steps = steps;
    this.drawing = drawing;
    this.graph = graph;
    for (var loop : graph.loops(node -> true)) {
      var round = round(loop);
      loop.forEach(id -> rounds.put(id, round));
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
    var round = rounds.get(step.from());
    if (from == null || round == null || !isChoice(drawing, from)) {
      return false;
    }
    var others = graph.from(step.from()).stream().filter(other -> other != step).toList();
    return step.condition().isBlank()
        ? others.stream()
            .anyMatch(other -> round.comes(other.condition()) || isDecided(round, other))
        : round.ends(step.condition());
  }

  /** A worker that ends a loop by itself will say so one day; the way without condition waits. */
  private static boolean isDecided(Rounds round, Graph.Step step) {
    return Rounds.asked(step.condition()).stream()
        .anyMatch(name -> "".equals(round.settled().get(name)));
  }

  private Rounds round(Set<String> loop) {
    var counted = new HashMap<String, Rounds.Way>();
    var settled = new HashMap<String, String>();
    settled.put("outcome", "REFUSED_LATER");
    for (var id : loop) {
      var node = graph.nodes().get(id);
      if (node != null) {
        steps.worker(node).map(Worker::endsBy).orElse(List.of()).forEach(v -> settled.put(v, ""));
        for (var output : outputs(node)) {
          var target = output.getAttribute("target");
          Rounds.way(target, output.getAttribute("source"))
              .ifPresent(way -> counted.put(target, way));
        }
      }
    }
    return new Rounds(Map.copyOf(counted), Map.copyOf(settled));
  }

  private static List<Element> outputs(Element node) {
    return Drawing.children(node).stream()
        .filter(part -> part.getLocalName().equals("extensionElements"))
        .flatMap(part -> Drawing.children(part).stream())
        .filter(part -> part.getLocalName().equals("ioMapping"))
        .flatMap(part -> Drawing.children(part).stream())
        .filter(part -> ZEEBE.equals(part.getNamespaceURI()))
        .filter(part -> part.getLocalName().equals("output"))
        .toList();
  }
}
