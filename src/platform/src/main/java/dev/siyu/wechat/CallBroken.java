package dev.siyu.wechat;

import java.io.IOException;

/** No usable answer came. */
public final class CallBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean beforeTheCall;

  /**
   * @param beforeTheCall true when the call itself was certainly not written
   */
  public CallBroken(IOException cause, boolean beforeTheCall) {
    super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    this.beforeTheCall = beforeTheCall;
  }

  public boolean beforeTheCall() {
    return beforeTheCall;
  }
}
