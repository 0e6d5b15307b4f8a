package dev.siyu.handovers;

/** A hand-over that cannot be started; the code is stable (docs/errors.md). */
public final class HandOverRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String details;

  HandOverRefused(String code, String details) {
    super(code + " " + details, null, false, false);
    this.code = code;
    this.details = details;
  }

  public String code() {
    return code;
  }

  public String details() {
    return details;
  }
}
