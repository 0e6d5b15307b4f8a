package dev.siyu.launches;

import dev.siyu.launches.Launches.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Holds the outcomes of a canary against those of its control, in the order of entry. */
final class Comparison {

  static final String ORDERS = "orders";
  static final String LEAVES = "leaves";
  static final String REFUSALS = "refusals";
  private static final int MOST_CONTROLS = 9;

  /** More is no news to anybody. */
  private static final double MOST_EVIDENCE = 1_000_000;

  private final LaunchSettings settings;

  Comparison(LaunchSettings settings) {
    this.settings = settings;
  }

  /**
   * Half of alpha is spent on orders, a quarter each on leaves and refusals.
   *
   * @param percent share of the canary, which fixes the blocks before anything is seen
   */
  List<Measure> measures(List<Outcome> outcomes, int percent) {
    int controls = Math.clamp(Math.round((100.0 - percent) / percent), 1, MOST_CONTROLS);
    var canary = outcomes.stream().filter(Outcome::canary).toList();
    var control = outcomes.stream().filter(one -> !one.canary()).toList();
    double harm = settings.maximumHarm() / 100.0;
    double alpha = settings.alpha();
    var found = new ArrayList<Measure>();
    found.add(
        measure(
            ORDERS,
            canary,
            control,
            Outcome::ordered,
            controls,
            HarmTest.ofLoss(controls, harm),
            2 / alpha));
    found.add(
        measure(
            LEAVES,
            canary,
            control,
            Outcome::left,
            controls,
            HarmTest.ofRise(controls),
            4 / alpha));
    found.add(
        measure(
            REFUSALS,
            canary,
            control,
            Outcome::refused,
            controls,
            HarmTest.ofRise(controls),
            4 / alpha));
    return found;
  }

  /** The measure that shows harm; empty while none does or too little was seen. */
  Optional<Measure> harm(List<Measure> measures) {
    return measures.stream()
        .filter(one -> one.canaryOf() >= settings.minimumSample())
        .filter(one -> one.evidence() >= one.threshold())
        .findFirst();
  }

  private static Measure measure(
      String name,
      List<Outcome> canary,
      List<Outcome> control,
      Predicate<Outcome> hit,
      int controls,
      HarmTest test,
      double threshold) {
    int blocks = Math.min(canary.size(), control.size() / controls);
    for (int block = 0; block < blocks; block++) {
      var beside = control.subList(block * controls, (block + 1) * controls);
      test.add(hit.test(canary.get(block)), count(hit).applyAsInt(beside));
    }
    return new Measure(
        name,
        count(hit).applyAsInt(canary),
        canary.size(),
        count(hit).applyAsInt(control),
        control.size(),
        Math.min(test.evidence(), MOST_EVIDENCE),
        threshold);
  }

  private static ToIntFunction<List<Outcome>> count(Predicate<Outcome> hit) {
    return outcomes -> (int) outcomes.stream().filter(hit).count();
  }
}
