package dev.siyu.customers;

/** A merge or its undoing cannot be done (SIYU-3160..3164); the message says why. */
public final class IdentityRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  IdentityRefused(String code, String reason) {
    super(code + " " + reason);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
