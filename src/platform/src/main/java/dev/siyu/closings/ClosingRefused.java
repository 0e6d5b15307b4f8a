package dev.siyu.closings;

/** Something that cannot be done with a month, with a stable code; nothing was changed. */
public final class ClosingRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final String code;

  ClosingRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
