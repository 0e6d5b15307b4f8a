package dev.siyu.readiness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The scores of the sections in percent of the best; an unanswered question counts 0.
 *
 * @param bySection every section
 */
public record Scores(Map<Section, Integer> bySection) {

  static Scores of(Map<String, Sheet.Answer> answers) {
    var found = new EnumMap<Section, Integer>(Section.class);
    for (var section : Section.values()) {
      var asked = Question.ALL.stream().filter(one -> one.section() == section).toList();
      int sum =
          asked.stream()
              .map(one -> answers.get(one.id()))
              .mapToInt(answer -> answer == null ? 0 : answer.score())
              .sum();
      found.put(section, Math.round(100f * sum / (asked.size() * Question.BEST)));
    }
    return new Scores(found);
  }

  public int resources() {
    return average(Section::isResource);
  }

  public int forces() {
    return average(section -> !section.isResource());
  }

  public int weakestResource() {
    return weakest(Section::isResource);
  }

  public int weakestForce() {
    return weakest(section -> !section.isResource());
  }

  List<Section> below(int percent) {
    return List.of(Section.values()).stream()
        .filter(section -> bySection.getOrDefault(section, 0) < percent)
        .toList();
  }

  private int average(Predicate<Section> which) {
    return (int)
        Math.round(
            bySection.entrySet().stream()
                .filter(one -> which.test(one.getKey()))
                .mapToInt(Map.Entry::getValue)
                .average()
                .orElse(0));
  }

  private int weakest(Predicate<Section> which) {
    return bySection.entrySet().stream()
        .filter(one -> which.test(one.getKey()))
        .mapToInt(Map.Entry::getValue)
        .min()
        .orElse(0);
  }
}
