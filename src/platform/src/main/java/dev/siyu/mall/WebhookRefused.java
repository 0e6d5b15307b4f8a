package dev.siyu.mall;

/** A webhook is not authentic; outside all refusals look the same (SIYU-2201..2203, log only). */
final class WebhookRefused extends Exception {

  private static final long serialVersionUID = 1L;

  WebhookRefused(String code, String reason) {
    super(code + " " + reason, null, false, false); // no stack trace: floods must stay cheap
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
