package dev.siyu.web;

import dev.siyu.touchpoints.Reconciliation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The start page's numbers. */
record Overview(
    Clock clock,
    Customers customers,
    List<Journey> journeys,
    Reconciliation.Counts touches,
    List<Refusal> refusals,
    Inbox inbox,
    Orders orders) {

  record Clock(Instant now, long offsetSeconds, boolean moving) {}

  record Customers(long total, Map<String, Long> byStage) {}

  record Journey(
      String processId,
      String name,
      int version,
      long active,
      long completed,
      long terminated,
      long incidents) {}

  record Refusal(String rule, long count) {}

  record Inbox(long waiting, long failed, long done, @Nullable Instant lastReceivedAt) {}

  record Orders(long count, long paidCents, long refunds, long refundedCents, long netCents) {}

  /** The same as far as a person would notice: the ticking of a clock at rest is no news. */
  boolean sameNewsAs(@Nullable Overview other) {
    return other != null
        && (clock.moving() ? clock.equals(other.clock()) : !other.clock().moving())
        && clock.offsetSeconds() == other.clock().offsetSeconds()
        && customers.equals(other.customers())
        && journeys.equals(other.journeys())
        && touches.equals(other.touches())
        && refusals.equals(other.refusals())
        && inbox.equals(other.inbox())
        && orders.equals(other.orders());
  }
}
