package dev.siyu.orders;

import dev.siyu.customers.CustomerId;

/**
 * What a customer bought is not what it was. Published inside the changing transaction, in which
 * the customer is held.
 */
public record OrdersChanged(CustomerId customer, How how) {

  /** MOVED: orders came from or went to another customer who is the same person. */
  public enum How {
    PAID,
    REFUNDED,
    MOVED
  }
}
