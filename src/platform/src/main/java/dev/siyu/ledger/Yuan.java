package dev.siyu.ledger;

import java.math.BigDecimal;

/** Cents as people read them. */
public final class Yuan {

  private Yuan() {}

  /** In yuan with two decimals and without a sign of the currency, e.g. {@code -12.50}. */
  public static String of(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
