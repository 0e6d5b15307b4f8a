package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.ZEEBE;

import dev.siyu.artifacts.Rounds;
import dev.siyu.artifacts.Rounds.Count;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What the steps of a loop count and what its workers answer, and where they do.
 *
 * @param counts by variable, at each step that counts
 * @param answers by variable, at each worker that answers: the only value that goes on, empty when
 *     any does
 */
record Tally(Map<String, Map<String, Count>> counts, Map<String, Map<String, String>> answers) {

  private static final String TOUCHED = "outcome";
  private static final String GOES_ON = "REFUSED_LATER";

  private record Written(String target, String source) {

    /** Handed on as it is. */
    boolean isSame() {
      return source.replaceFirst("^=", "").strip().equals(target);
    }
  }

  static Tally of(Set<String> loop, Graph graph, Steps steps) {
    var counts = new HashMap<String, Map<String, Count>>();
    var answers = new HashMap<String, Map<String, String>>();
    var spoilt = new HashSet<String>();
    graph
        .nodes()
        .forEach(
            (id, node) -> {
              if (loop.contains(id)) {
                answers(node, steps)
                    .forEach((variable, goesOn) -> at(answers, variable).put(id, goesOn));
                for (var written : mapped(node, "output")) {
                  Rounds.way(written.target(), written.source())
                      .ifPresentOrElse(
                          count -> at(counts, written.target()).put(id, count),
                          () -> spoil(written, spoilt));
                }
                mapped(node, "input").forEach(written -> spoilt.add(written.target()));
                spoilt.addAll(decided(node));
              } else if (beginsByItself(node)) {
                mapped(node, "output").forEach(written -> spoil(written, spoilt));
              }
            });
    counts.values().removeIf(at -> at.values().stream().map(Count::way).distinct().count() > 1);
    answers.keySet().stream().filter(counts::containsKey).forEach(spoilt::add);
    counts.keySet().removeAll(spoilt);
    answers.keySet().removeAll(spoilt);
    return new Tally(counts, answers);
  }

  /** What holds for one who takes this way again and again, whichever way round. */
  Rounds through(Graph.Step way, Graph graph) {
    var counted = new HashMap<String, Count>();
    counts.forEach(
        (variable, at) -> {
          if (!graph.reaches(way.to(), way.from(), at.keySet())) {
            counted.put(variable, Count.all(at.values()));
          }
        });
    var settled = new HashMap<String, String>();
    answers.forEach(
        (variable, at) -> {
          // who answers one value only is trusted with that one, whoever else answers
          var only = at.containsValue(GOES_ON) ? GOES_ON : "";
          var those = new HashSet<>(at.keySet());
          those.removeIf(id -> !only.equals(at.get(id)));
          if (!graph.reaches(way.to(), way.from(), those)) {
            settled.put(variable, only);
          }
        });
    return new Rounds(Map.copyOf(counted), Map.copyOf(settled));
  }

  private static Map<String, String> answers(Element node, Steps steps) {
    var answers = new HashMap<String, String>();
    steps
        .worker(node)
        .ifPresent(
            worker -> {
              worker.endsBy().forEach(variable -> answers.put(variable, ""));
              if (worker.reach() != JourneyStep.Reach.NOBODY) {
                answers.put(TOUCHED, GOES_ON);
              }
            });
    var handedOn = mapped(node, "output");
    if (!handedOn.isEmpty()) {
      // with mappings only what they name leaves the step
      answers
          .keySet()
          .removeIf(
              variable ->
                  handedOn.stream()
                      .noneMatch(one -> one.isSame() && one.target().equals(variable)));
    }
    return answers;
  }

  private static void spoil(Written written, Set<String> spoilt) {
    if (!written.isSame()) {
      spoilt.add(written.target());
    }
  }

  private static List<String> decided(Element node) {
    return settings(node)
        .filter(part -> part.getLocalName().equals("calledDecision"))
        .map(part -> part.getAttribute("resultVariable"))
        .toList();
  }

  private static List<Written> mapped(Element node, String kind) {
    return settings(node)
        .filter(part -> part.getLocalName().equals("ioMapping"))
        .flatMap(part -> Drawing.children(part).stream())
        .filter(part -> part.getLocalName().equals(kind))
        .map(part -> new Written(part.getAttribute("target"), part.getAttribute("source")))
        .toList();
  }

  private static Stream<Element> settings(Element node) {
    return Drawing.children(node).stream()
        .filter(part -> part.getLocalName().equals("extensionElements"))
        .flatMap(part -> Drawing.children(part).stream())
        .filter(part -> ZEEBE.equals(part.getNamespaceURI()));
  }

  /** In an event sub-process: it may happen in the middle of a loop. */
  private static boolean beginsByItself(Element node) {
    for (var scope = node.getParentNode(); scope != null; scope = scope.getParentNode()) {
      if (scope instanceof Element element
          && element.getAttribute("triggeredByEvent").equals("true")) {
        return true;
      }
    }
    return false;
  }

  private static <T> Map<String, T> at(Map<String, Map<String, T>> all, String variable) {
    return all.computeIfAbsent(variable, key -> new HashMap<>());
  }
}
