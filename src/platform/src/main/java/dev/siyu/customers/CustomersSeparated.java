package dev.siyu.customers;

import java.util.List;

/**
 * A merge was undone by a person. Published inside the transaction that undoes it: listeners give
 * back to {@code back} what they keep under {@code kept} but came under one of {@code origins}.
 */
public record CustomersSeparated(CustomerId back, CustomerId kept, List<CustomerId> origins) {

  public CustomersSeparated {
    origins = List.copyOf(origins);
  }
}
