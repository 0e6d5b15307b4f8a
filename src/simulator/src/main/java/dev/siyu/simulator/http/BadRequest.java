package dev.siyu.simulator.http;

/** The caller sent something that cannot be understood; answered with 400 and the message. */
public final class BadRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadRequest(String message) {
    super(message);
  }
}
