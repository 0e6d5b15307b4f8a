package dev.siyu.rehearsals;

/** A rehearsal that cannot be asked for; the message says value and expectation. */
public final class RehearsalRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  public RehearsalRefused(String code, String details) {
    super(code + " " + details);
    this.code = code;
  }

  /** SIYU-37nn. */
  public String code() {
    return code;
  }
}
