package dev.siyu.artifacts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Decisions that need themselves, directly or through others. */
final class Circles {

  static boolean among(List<Element> elements) {
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
    return needs.keySet().stream().anyMatch(id -> reached(id, needs).contains(id));
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
