package dev.siyu.launches;

import dev.siyu.launches.Launches.Measure;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Holds the outcomes of a canary against those of its control, in the order of entry. */
final class Comparison {

  static final String ORDERS = "orders";
  static final String LEAVES = "leaves";
  static final String REFUSALS = "refusals";

  /** More is no news to anybody. */
  private static final double MOST_EVIDENCE = 1_000_000;

  private final LaunchSettings settings;

  Comparison(LaunchSettings settings) {
    this.settings = settings;
  }

  /**
   * Half of alpha is spent on orders, a quarter each on leaves and refusals.
   *
   * @param outcomes in the order of entry
   */
  List<Measure> measures(List<Outcome> outcomes) {
    var blocks = Block.cut(outcomes);
    var loss = HarmTest.ofLoss(settings.maximumHarm() / 100.0);
    double alpha = settings.alpha();
    return List.of(
        measure(ORDERS, blocks, Outcome::ordered, loss, 2 / alpha),
        measure(LEAVES, blocks, Outcome::left, HarmTest.ofRise(), 4 / alpha),
        measure(REFUSALS, blocks, Outcome::refused, HarmTest.ofRise(), 4 / alpha));
  }

  /** The measure that shows harm; empty while none does or too little was compared. */
  Optional<Measure> harm(List<Measure> measures) {
    return measures.stream()
        .filter(one -> compared(one) >= settings.minimumSample())
        .filter(one -> one.evidence() >= one.threshold())
        .findFirst();
  }

  /** Outcomes of the smaller group: the other one cannot say more than these. */
  static long compared(Measure measure) {
    return Math.min(measure.canaryOf(), measure.controlOf());
  }

  private static Measure measure(
      String name, List<Block> blocks, Predicate<Outcome> hit, HarmTest test, double threshold) {
    var all = Block.Hits.NONE;
    for (var block : blocks) {
      var hits = block.hits(hit);
      test.add(hits);
      all = all.plus(hits);
    }
    return new Measure(
        name,
        all.canary(),
        all.ofCanary(),
        all.control(),
        all.ofControl(),
        Math.min(test.evidence(), MOST_EVIDENCE),
        threshold);
  }
}
