package dev.siyu.replay;

/** A replay that cannot be started; the message says value and expectation. */
public final class ReplayRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  ReplayRefused(String code, String message) {
    super(code + " " + message);
    this.code = code;
  }

  /** SIYU-70nn. */
  public String code() {
    return code;
  }
}
