package dev.siyu.handovers;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who takes over whom: the same region first, then whoever carries least for their weight. */
final class Distribution {

  /** {@code zone}: where the customer lives. */
  record Whom(String customerId, String zone) {}

  /**
   * @param zone where the receiver works; null: anywhere
   * @param customers it has already
   * @param room customers it may still get
   */
  record Receiver(String userId, @Nullable String zone, int weight, int customers, int room) {}

  /** Customer id to receiver; who finds no room is not in it. The same input, the same answer. */
  static Map<String, String> assign(List<Whom> customers, List<Receiver> receivers) {
    var given = new HashMap<String, Integer>();
    var answer = new LinkedHashMap<String, String>();
    for (var whom : customers) {
      receivers.stream()
          .filter(one -> given.getOrDefault(one.userId(), 0) < one.room())
          .min(
              Comparator.<Receiver>comparingInt(one -> whom.zone().equals(one.zone()) ? 0 : 1)
                  .thenComparing(one -> load(one, given))
                  .thenComparing(Receiver::userId))
          .ifPresent(
              one -> {
                given.merge(one.userId(), 1, Integer::sum);
                answer.put(whom.customerId(), one.userId());
              });
    }
    return answer;
  }

  private static double load(Receiver one, Map<String, Integer> given) {
    return (double) (one.customers() + given.getOrDefault(one.userId(), 0)) / one.weight();
  }

  private Distribution() {}
}
