package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import java.util.List;

/** Records orders and refunds once and knows what they amount to. */
public interface Orders {

  /**
   * Records a paid order; false when there is nothing to announce: it was known already (nothing
   * changes then), or its full refund arrived before it.
   */
  boolean paid(PaidOrder order);

  /**
   * Records a refund. Without original order it is laid on the customer's latest orders first.
   * Answers the orders that became fully refunded by it; empty also when the refund was known.
   */
  List<String> refunded(Refund refund);

  Standing standing(CustomerId customer);
}
