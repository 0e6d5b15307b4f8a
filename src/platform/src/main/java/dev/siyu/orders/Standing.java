package dev.siyu.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's orders amount to.
 *
 * @param firstOrderId first paid and not fully refunded order over all malls
 */
public record Standing(
    @Nullable String firstOrderId,
    @Nullable Instant firstPaidAt,
    @Nullable Instant lastPaidAt,
    int paidOrders,
    long paidCents,
    long refundedCents) {

  public long netCents() {
    return paidCents - refundedCents;
  }
}
