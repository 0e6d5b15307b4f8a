package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import java.util.OptionalInt;

/** Tells when customers buy: the single one, and the shop's customers together. */
public interface Purchases {

  PurchaseStory story(CustomerId customer);

  /**
   * Days between two purchases of a typical customer, as known in this week; computed once a week
   * and kept. Empty as long as too few customers bought twice.
   */
  OptionalInt shopCycle(Instant now);
}
