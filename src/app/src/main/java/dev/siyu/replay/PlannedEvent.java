package dev.siyu.replay;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that will happen outside.
 *
 * @param key natural id; the same in every replay
 * @param at local time of the shop, not yet shifted
 * @param body the object for the simulator, without the moment
 */
record PlannedEvent(
    String key,
    String customer,
    Kind kind,
    LocalDateTime at,
    long amountCents,
    Map<String, Object> body) {

  /** Where it is told, and under which name its moment goes along. */
  enum Kind {
    ADD("/sim/wecom/adds", null),
    REPLY("/sim/wecom/replies", null),
    ORDER("/sim/mall/orders", "paidAt"),
    REFUND("/sim/mall/refunds", "refundedAt");

    private final String path;
    private final @Nullable String moment;

    Kind(String path, @Nullable String moment) {
      this.path = path;
      this.moment = moment;
    }

    String path() {
      return path;
    }

    @Nullable String moment() {
      return moment;
    }
  }
}
