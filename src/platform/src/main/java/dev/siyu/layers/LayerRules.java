package dev.siyu.layers;

import dev.siyu.artifacts.DecisionTable;
import dev.siyu.artifacts.Dmn;
import dev.siyu.layers.Decision.Decided;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a decision table must fulfil before it decides about anybody. */
final class LayerRules {

  private static final int[] CENTS = {-10_000, 0, 10_000, 100_000, 300_000, 2_000_000};
  private static final int[] COUNTS = {0, 1, 3, 8, 30};
  private static final int[] MONTHS = {0, 2, 6, 12};

  private LayerRules() {}

  /** What is wrong with the table in words; null when it answers every question we can think of. */
  static @Nullable String objection(String xml) {
    try {
      var objections = DecisionTable.objections(xml);
      if (!objections.isEmpty()) {
        var first = objections.getFirst();
        return first.message() + " / " + first.messageEn();
      }
      return gap(Decision.read(0, xml));
    } catch (Dmn.Unreadable e) {
      return "不是可读的 DMN 文件 / not a DMN table: " + e.getMessage();
    }
  }

  private static @Nullable String gap(Decision decision) {
    return IntStream.of(CENTS)
        .boxed()
        .flatMap(
            cents ->
                IntStream.of(COUNTS)
                    .boxed()
                    .flatMap(
                        count ->
                            IntStream.of(MONTHS).mapToObj(silent -> sample(cents, count, silent))))
        .map(facts -> gap(decision, facts))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static LayerFacts sample(int cents, int count, int silent) {
    return new LayerFacts(Math.max(0, cents), cents, count, Math.min(count, 12), silent);
  }

  private static @Nullable String gap(Decision decision, LayerFacts facts) {
    var verdict = decision.on(facts);
    return verdict instanceof Decided ? null : "没有答案 / no answer for " + facts + ": " + verdict;
  }
}
