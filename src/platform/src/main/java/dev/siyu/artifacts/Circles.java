package dev.siyu.artifacts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Decisions that need themselves, directly or through others, or build on too many. */
final class Circles {

  /** The answer of one may be the other's many times over: each step multiplies. */
  private static final int LONGEST = 3;

  /** True for a circle, and for a row of more than {@link #LONGEST} that build on each other. */
  static boolean among(List<Element> elements) {
    var needs = needs(elements);
    return needs.keySet().stream().anyMatch(id -> reached(id, needs).contains(id))
        || needs.keySet().stream().anyMatch(id -> isRow(id, needs, LONGEST));
  }

  private static boolean isRow(String id, Map<String, Set<String>> needs, int longest) {
    return longest == 0
        || needs.getOrDefault(id, Set.of()).stream()
            .anyMatch(next -> isRow(next, needs, longest - 1));
  }

  private static Map<String, Set<String>> needs(List<Element> elements) {
    var needs = new HashMap<String, Set<String>>();
    for (var element : elements) {
      if ("requiredDecision".equals(element.getLocalName())) {
        var decision = element.getParentNode().getParentNode();
        if (decision instanceof Element owner) {
          needs
              .computeIfAbsent(owner.getAttribute("id"), key -> new HashSet<>())
              .add(element.getAttribute("href").replaceFirst("^#", ""));
        }
      }
    }
    return needs;
  }

  private static Set<String> reached(String from, Map<String, Set<String>> needs) {
    var seen = new HashSet<String>();
    var open = new java.util.ArrayDeque<>(needs.getOrDefault(from, Set.of()));
    while (!open.isEmpty()) {
      var id = open.pop();
      if (seen.add(id)) {
        open.addAll(needs.getOrDefault(id, Set.of()));
      }
    }
    return seen;
  }

  private Circles() {}
}
