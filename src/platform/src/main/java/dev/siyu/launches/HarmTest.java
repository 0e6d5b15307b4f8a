package dev.siyu.launches;

import java.util.Arrays;

/**
 * Evidence that a canary does worse than its control, which may be looked at after every block.
 *
 * <p>A safe test of two proportions (Turner, Ly, Grünwald 2021): a block of some canary and some
 * control outcomes is worth the likelihood ratio of a harmful alternative to the no-difference
 * hypothesis nearest to it. Its mean is at most 1 when the two share one rate, whatever the rate,
 * the sizes of the block and the drift from block to block, so the product ever exceeds 1/a with
 * probability at most a (Ville). The rates are estimated from earlier blocks only, so the first
 * block only teaches; several sizes of harm are mixed.
 */
final class HarmTest {

  private final double[] factors;
  private final double[] logs;
  private double canaries;
  private double controls;
  private double hits;

  /**
   * @param factors rate of the canary in relation to the control's in each alternative, not 1
   */
  HarmTest(double... factors) {
    this.factors = factors.clone();
    this.logs = new double[factors.length];
  }

  /** For orders: losing {@code harm} (0 to 1) of them, or more. */
  static HarmTest ofLoss(double harm) {
    return new HarmTest(1 - harm, 1 - (harm + 1) / 2, 1 - (harm + 3) / 4);
  }

  /** For what should not happen: half as much again, twice, four times as much. */
  static HarmTest ofRise() {
    return new HarmTest(1.5, 2, 4);
  }

  /** Adds what one block showed, with at least one outcome of each group. */
  void add(Block.Hits block) {
    if (canaries > 0) {
      double rate = (hits + 0.5) / (canaries + controls + 1);
      for (int i = 0; i < factors.length; i++) {
        double control = control(rate, factors[i]);
        double canary = Math.min(control * factors[i], (1 + control) / 2);
        double same =
            (block.ofCanary() * canary + block.ofControl() * control)
                / (block.ofCanary() + block.ofControl());
        logs[i] += log(canary, same, block.canary(), block.ofCanary());
        logs[i] += log(control, same, block.control(), block.ofControl());
      }
    }
    canaries += block.ofCanary();
    controls += block.ofControl();
    hits += block.canary() + block.control();
  }

  /** The control's rate, if the two together had this one and the canary a multiple of it. */
  private double control(double rate, double factor) {
    double control = rate * (canaries + controls) / (canaries * factor + controls);
    return Math.min(control, (1 + rate) / 2);
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
