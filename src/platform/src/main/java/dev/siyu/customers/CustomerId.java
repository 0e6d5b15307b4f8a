package dev.siyu.customers;

/** Our own name for a person, e.g. {@code C17850}; also the correlation key of all journeys. */
public record CustomerId(String value) {

  public CustomerId {
    if (!value.matches("C[0-9]{1,18}")) {
      throw new IllegalArgumentException("customer id: '" + value + "' (expected: C and digits)");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
