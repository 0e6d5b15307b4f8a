package dev.siyu.launches;

import java.util.Arrays;

/**
 * Evidence that a canary does worse than its control, which may be looked at after every outcome.
 *
 * <p>A safe test of two proportions (Turner, Ly, Grünwald 2021): outcomes come in blocks of one
 * canary and {@code controls} control outcomes; a block is worth the likelihood ratio of a harmful
 * alternative to the no-difference hypothesis nearest to it. Its mean is at most 1 when the two
 * share one rate, whatever the rate and however it drifts from block to block, so the product ever
 * exceeds 1/a with probability at most a (Ville). The rate of the control is estimated from earlier
 * blocks only; several sizes of harm are mixed.
 */
final class HarmTest {

  private final double[] factors;
  private final double[] logs;
  private final int controls;
  private double seen;
  private double hits;

  /**
   * @param controls outcomes of the control in a block, 1 or more
   * @param factors rate of the canary in relation to the control's in each alternative, not 1
   */
  HarmTest(int controls, double... factors) {
    this.controls = controls;
    this.factors = factors.clone();
    this.logs = new double[factors.length];
  }

  /** For orders: losing {@code harm} (0 to 1) of them, or more. */
  static HarmTest ofLoss(int controls, double harm) {
    return new HarmTest(controls, 1 - harm, 1 - (harm + 1) / 2, 1 - (harm + 3) / 4);
  }

  /** For what should not happen: half as much again, twice, four times as much. */
  static HarmTest ofRise(int controls) {
    return new HarmTest(controls, 1.5, 2, 4);
  }

  /**
   * Adds a block.
   *
   * @param controlHits how many of its control outcomes were hits
   */
  void add(boolean canaryHit, int controlHits) {
    double control = (hits + 0.5) / (seen + 1);
    for (int i = 0; i < factors.length; i++) {
      double canary = Math.min(control * factors[i], (1 + control) / 2);
      double same = (canary + controls * control) / (1 + controls);
      logs[i] +=
          log(canary, same, canaryHit ? 1 : 0, 1) + log(control, same, controlHits, controls);
    }
    seen += controls;
    hits += controlHits;
  }

  private static double log(double alternative, double same, int hits, int of) {
    return hits * Math.log(alternative / same)
        + (of - hits) * Math.log((1 - alternative) / (1 - same));
  }

  /** The mean over the alternatives; harm is shown when it reaches 1/a. */
  double evidence() {
    return Arrays.stream(logs).map(Math::exp).average().orElse(1);
  }
}
