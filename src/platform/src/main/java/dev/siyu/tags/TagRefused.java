package dev.siyu.tags;

/** A change of tags that cannot be made; with a SIYU code. */
public final class TagRefused extends RuntimeException {

  private final String code;

  TagRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
