package dev.siyu.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a customer bought, as far as it still stands.
 *
 * @param paidAt payments of orders that are not fully refunded, oldest first
 * @param returnedAt the customer's latest refund, when some order of theirs was fully refunded
 */
public record PurchaseStory(List<Instant> paidAt, @Nullable Instant returnedAt, long netCents) {

  public PurchaseStory {
    paidAt = List.copyOf(paidAt);
  }
}
