package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/**
 * Where a token may go: sequence flows, into and out of sub-processes, and from what goes on inside
 * an activity to the events at its edge. Event sub-processes begin on their own.
 */
final class Graph {

  /**
   * @param condition the expression on the flow, empty when there is none
   */
  record Step(String from, String to, String condition) {}

  private final Map<String, Element> nodes = new LinkedHashMap<>();
  private final Map<String, List<Step>> steps = new HashMap<>();
  private final Map<String, List<Step>> into = new HashMap<>();

  private Graph() {}

  static Graph of(Drawing drawing) {
    var graph = new Graph();
    drawing.drawn().stream()
        .filter(element -> !element.getLocalName().equals("sequenceFlow"))
        .forEach(node -> graph.nodes.putIfAbsent(node.getAttribute("id"), node));
    for (var flow : drawing.all(BPMN, "sequenceFlow")) {
      graph.flow(flow);
    }
    graph.nodes.values().forEach(graph::inward);
    return graph;
  }

  private void flow(Element flow) {
    var source = nodes.get(flow.getAttribute("sourceRef"));
    var target = flow.getAttribute("targetRef");
    if (source == null || !nodes.containsKey(target)) {
      return;
    }
    var conditions = flow.getElementsByTagNameNS(BPMN, "conditionExpression");
    var condition = conditions.getLength() == 0 ? "" : conditions.item(0).getTextContent();
    var inner = inside(source, "endEvent");
    if (inner.isEmpty()) {
      add(source.getAttribute("id"), target, condition);
    }
    inner.forEach(end -> add(end.getAttribute("id"), target, condition));
  }

  private void inward(Element node) {
    var id = node.getAttribute("id");
    if (node.getLocalName().equals("boundaryEvent")) {
      var host = nodes.get(node.getAttribute("attachedToRef"));
      if (host != null) {
        add(host.getAttribute("id"), id, "");
        nodes.values().stream()
            .filter(inner -> isInside(inner, host))
            .forEach(inner -> add(inner.getAttribute("id"), id, ""));
      }
    }
    inside(node, "startEvent").forEach(start -> add(id, start.getAttribute("id"), ""));
  }

  private static List<Element> inside(Element scope, String kind) {
    return scope.getLocalName().equals("subProcess")
        ? Drawing.children(scope).stream().filter(c -> kind.equals(c.getLocalName())).toList()
        : List.of();
  }

  private static boolean isInside(Element inner, Element scope) {
    for (var node = inner.getParentNode(); node != null; node = node.getParentNode()) {
      if (node == scope) {
        return true;
      }
    }
    return false;
  }

  private void add(String from, String to, String condition) {
    var step = new Step(from, to, condition);
    steps.computeIfAbsent(from, key -> new ArrayList<>()).add(step);
    into.computeIfAbsent(to, key -> new ArrayList<>()).add(step);
  }

  /** Ways from one node to the next, all together. */
  int size() {
    return steps.values().stream().mapToInt(List::size).sum();
  }

  Map<String, Element> nodes() {
    return nodes;
  }

  List<Step> from(String id) {
    return steps.getOrDefault(id, List.of());
  }

  boolean reaches(String from, String to) {
    return reaches(from, to, Set.of());
  }

  /** As {@link #reaches(String, String)}, by none of these nodes. */
  boolean reaches(String from, String to, Set<String> without) {
    if (without.contains(to)) {
      return false;
    }
    var seen = new HashSet<>(without);
    var open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      var id = open.pop();
      if (id.equals(to)) {
        return true;
      }
      if (seen.add(id)) {
        from(id).forEach(step -> open.push(step.to()));
      }
    }
    return false;
  }

  /** Loops that are left when only these nodes are looked at; each as the nodes on it. */
  List<Set<String>> loops(Predicate<Element> lookedAt) {
    return loops(lookedAt, step -> true);
  }

  /** As {@link #loops(Predicate)}, when only these ways are taken. */
  List<Set<String>> loops(Predicate<Element> lookedAt, Predicate<Step> taken) {
    var left = new HashSet<String>();
    nodes.forEach(
        (id, node) -> {
          if (lookedAt.test(node)) {
            left.add(id);
          }
        });
    var found = new ArrayList<Set<String>>();
    var known = new HashSet<String>();
    for (var id : nodes.keySet()) {
      if (left.contains(id) && !known.contains(id)) {
        var loop = reached(id, left, taken, false);
        loop.retainAll(reached(id, left, taken, true));
        if (!loop.isEmpty()) {
          loop.add(id);
          known.addAll(loop);
          found.add(loop);
        }
      }
    }
    return found;
  }

  /** Every node one gets to by at least one step, forwards or backwards. */
  private Set<String> reached(
      String start, Set<String> within, Predicate<Step> taken, boolean backwards) {
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      var id = open.pop();
      (backwards ? into : steps)
          .getOrDefault(id, List.of()).stream()
              .filter(taken)
              .map(step -> backwards ? step.from() : step.to())
              .filter(within::contains)
              .filter(seen::add)
              .forEach(open::push);
    }
    return seen;
  }
}
