package dev.siyu.layers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who cares for members of the core circle (运营).
 *
 * @param zones beginnings of the IANA zones this operator is for; empty for all
 */
record Operator(String userId, List<String> zones) {

  /** {@code userId=zone prefix|zone prefix}. */
  static Operator read(String text) {
    var parts = text.split("=", 2);
    var zones = parts.length == 1 ? "" : parts[1];
    return new Operator(
        parts[0].strip(),
        Arrays.stream(zones.split("\\|")).map(String::strip).filter(z -> !z.isEmpty()).toList());
  }

  /** How well the region fits: the length of what matches; 1 for "all", 0 for another region. */
  private int fit(String zone) {
    return zones.isEmpty()
        ? 1
        : zones.stream()
            .filter(zone::startsWith)
            .mapToInt(prefix -> prefix.length() + 1)
            .max()
            .orElse(0);
  }

  /**
   * The operator with room whose region fits best, among equals the one with the fewest members.
   *
   * @param members how many members and open invitations each has
   */
  static Optional<Operator> choose(
      List<Operator> operators, Map<String, Integer> members, int most, String zone) {
    return operators.stream()
        .filter(one -> members.getOrDefault(one.userId(), 0) < most)
        .min(
            Comparator.<Operator>comparingInt(one -> -one.fit(zone))
                .thenComparing(one -> members.getOrDefault(one.userId(), 0))
                .thenComparing(Operator::userId));
  }
}
