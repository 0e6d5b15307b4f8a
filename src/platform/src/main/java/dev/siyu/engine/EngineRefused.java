package dev.siyu.engine;

/** The engine did not do what it was asked; {@code code} is listed in docs/errors.md. */
public final class EngineRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  public EngineRefused(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** SIYU-4001 not reachable or busy (try again), SIYU-4002 not found, SIYU-4003 rejected. */
  public String code() {
    return code;
  }
}
