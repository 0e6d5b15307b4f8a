package dev.siyu.moments;

/** A moment that cannot be planned or stopped; the code is stable (docs/errors.md). */
public final class MomentRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String details;

  MomentRefused(String code, String details) {
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
