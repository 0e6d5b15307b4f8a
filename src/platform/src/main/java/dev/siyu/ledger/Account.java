package dev.siyu.ledger;

/** Where money stands. Above zero is revenue of a department. */
public enum Account {
  /** Clearing against the malls: what customers paid, below zero. */
  ORDERS(true),
  /** Clearing against the malls: what they got back, above zero. */
  REFUNDS(true),
  /** Shares of orders that can still be returned. */
  PROVISIONAL(false),
  /** Shares of orders that a settlement made final. */
  FINAL(false),
  /** What was taken back after that, and refunds that found no order. */
  CLAWED_BACK(false);

  private final boolean clearing;

  Account(boolean clearing) {
    this.clearing = clearing;
  }

  public boolean isClearing() {
    return clearing;
  }
}
