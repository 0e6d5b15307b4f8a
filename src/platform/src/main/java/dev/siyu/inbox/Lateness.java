package dev.siyu.inbox;

import dev.siyu.customers.Customer;
import java.time.Instant;
import java.util.Optional;

/** When an event is too old to concern the journey that runs now. */
final class Lateness {

  /** It happened before the customer became our contact: recorded, but no journey hears of it. */
  static boolean precedesRelation(Optional<Customer> customer, Instant at) {
    return customer.map(Customer::addedAt).filter(at::isBefore).isPresent();
  }

  private Lateness() {}
}
