package dev.siyu.attribution;

/** Something attribution does not do, with a stable code. */
public final class AttributionRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  AttributionRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
