package dev.siyu.fission;

/** A campaign that cannot be started; the code is stable (docs/errors.md). */
public final class FissionRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String details;

  FissionRefused(String code, String details) {
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
