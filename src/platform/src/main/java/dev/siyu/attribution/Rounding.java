package dev.siyu.attribution;

import dev.siyu.attribution.Split.Share;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Divides cents by basis points without losing one: everybody gets the whole cents, what is left
 * goes one by one to the largest fractions (largest remainder); equal ones by department name.
 */
final class Rounding {

  private Rounding() {}

  /**
   * @param cents 0 or more
   */
  static SortedMap<String, Long> divide(long cents, List<Share> shares) {
    var parts = new TreeMap<String, Long>();
    shares.forEach(share -> parts.put(share.department(), cents * share.bp() / Terms.WHOLE));
    long left = cents - parts.values().stream().mapToLong(Long::longValue).sum();
    shares.stream()
        .sorted(
            Comparator.comparingLong((Share share) -> -(cents * share.bp() % Terms.WHOLE))
                .thenComparing(Share::department))
        .limit(left)
        .forEach(share -> parts.merge(share.department(), 1L, Long::sum));
    return parts;
  }
}
