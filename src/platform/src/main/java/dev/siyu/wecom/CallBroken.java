package dev.siyu.wecom;

import java.io.IOException;

/** No usable answer came. */
final class CallBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean beforeTheCall;

  /**
   * @param beforeTheCall true when the call itself was certainly not written
   */
  CallBroken(IOException cause, boolean beforeTheCall) {
    super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    this.beforeTheCall = beforeTheCall;
  }

  boolean beforeTheCall() {
    return beforeTheCall;
  }
}
