package dev.siyu.mall;

/** An authentic webhook does not say what we need (SIYU-2204); a person has to look at it. */
public final class MalformedMallEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedMallEvent(String reason) {
    super("SIYU-2204 " + reason);
  }
}
