package dev.siyu.wechat;

/** A callback is not authentic; outside all refusals look the same (SIYU-2101..2108, log only). */
public final class CallbackRefused extends Exception {

  private static final long serialVersionUID = 1L;

  public CallbackRefused(String code, String reason) {
    super(code + " " + reason, null, false, false); // no stack trace: floods must stay cheap
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
