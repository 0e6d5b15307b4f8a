package dev.siyu.drills;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * One sentence held against reality.
 *
 * @param wrong what speaks against it; empty when it holds
 */
record Finding(String sentence, String figures, List<String> wrong) {

  private static final int SHOWN = 12;

  boolean holds() {
    return wrong.isEmpty();
  }

  static Finding same(String sentence, Object expected, Object found) {
    return new Finding(
        sentence,
        Objects.toString(found),
        expected.equals(found) ? List.of() : List.of("expected " + expected + ", found " + found));
  }

  static Finding none(String sentence, Collection<String> wrong) {
    return new Finding(sentence, wrong.size() + " against it", List.copyOf(wrong));
  }

  /** As {@link #sameSets}; wrong also when there was nothing to compare on either side. */
  static Finding sameOfSome(String sentence, Map<String, Long> expected, Map<String, Long> found) {
    Finding all = sameSets(sentence, expected, found);
    return expected.isEmpty() || found.isEmpty()
        ? new Finding(sentence, all.figures(), List.of("nothing was compared"))
        : all;
  }

  /** Both hold the same keys, each as often. */
  static Finding sameSets(String sentence, Map<String, Long> expected, Map<String, Long> found) {
    List<String> wrong = new ArrayList<>();
    var keys = new TreeSet<>(expected.keySet());
    keys.addAll(found.keySet());
    for (String key : keys) {
      long wanted = expected.getOrDefault(key, 0L);
      long there = found.getOrDefault(key, 0L);
      if (wanted != there) {
        wrong.add(key + ": expected " + wanted + ", found " + there);
      }
    }
    return new Finding(sentence, keys.size() + " compared", List.copyOf(wrong));
  }

  String text() {
    StringBuilder text = new StringBuilder(holds() ? "ok    " : "WRONG ");
    text.append(sentence).append(" - ").append(figures);
    wrong.stream().limit(SHOWN).forEach(line -> text.append("\n        ").append(line));
    if (wrong.size() > SHOWN) {
      text.append("\n        ... and ").append(wrong.size() - SHOWN).append(" more");
    }
    return text.toString();
  }

  /** Prints all; true when all hold. */
  static boolean print(List<Finding> findings) {
    findings.forEach(finding -> System.out.println(finding.text()));
    return findings.stream().allMatch(Finding::holds);
  }
}
