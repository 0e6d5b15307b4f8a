package dev.siyu.ledger;

/** A posting the book does not take, with a stable code. */
public final class LedgerRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  LedgerRefused(String code, String message) {
    super(code + " " + message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
