package dev.siyu.bench;

import java.util.Collection;
import java.util.List;

/** Sorted measurements. */
record Quantiles(List<Double> sorted) {

  static Quantiles of(Collection<Double> all) {
    return new Quantiles(all.stream().sorted().toList());
  }

  int count() {
    return sorted.size();
  }

  /**
   * @param share 0..1; 1 is the maximum
   */
  double at(double share) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.min(sorted.size() - 1.0, Math.floor(share * sorted.size())));
  }
}
