package dev.siyu.channels;

import dev.siyu.accounts.Standing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many adds each account can take before the rotation could come out differently: adds in a
 * burst count down here instead of asking the database each.
 */
final class Headroom {

  private final Map<String, AtomicInteger> left = new ConcurrentHashMap<>();

  /** True when the add may change who serves. */
  boolean isUsedUpBy(String userId) {
    var room = left.get(userId);
    return room == null || room.decrementAndGet() <= 0;
  }

  /**
   * Counts anew.
   *
   * @param shareSlack half of it at most: an account that pauses must come back in time too
   */
  void measure(List<Standing> standings, int shareSlack) {
    for (var one : standings) {
      int room = Math.min(Math.max(1, one.remaining()), Math.max(1, shareSlack / 2));
      left.computeIfAbsent(one.account().userId(), id -> new AtomicInteger()).set(room);
    }
  }
}
