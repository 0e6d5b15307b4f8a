package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import java.util.List;
import java.util.Optional;

/** Records orders and refunds once and knows what they amount to. */
public interface Orders {

  /**
   * Records a paid order; newer facts of a known one replace the older. Answers false when there is
   * nothing to announce: it was known already (nothing changes then), or its full refund arrived
   * before it.
   */
  boolean paid(PaidOrder order);

  /**
   * Records a refund. Without original order it is laid on the customer's latest orders first.
   * Answers the orders that became fully refunded by it; empty also when the refund was known.
   */
  List<String> refunded(Refund refund);

  Standing standing(CustomerId customer);

  /** The latest order that is not fully refunded. */
  default Optional<PaidOrder> latestPaid(CustomerId customer) {
    return Optional.empty();
  }
}
