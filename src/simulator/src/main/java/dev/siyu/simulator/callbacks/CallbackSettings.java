package dev.siyu.simulator.callbacks;

import java.time.Duration;

/**
 * Where and how the app is called.
 *
 * @param senders pushes in flight per sender (WeCom, mall)
 * @param redeliverFor real time an undelivered callback is kept; zero: lost after its pushes
 */
public record CallbackSettings(
    String appUrl,
    String corpId,
    String token,
    String aesKey,
    String webhookSecret,
    int senders,
    Duration redeliverFor,
    Shops shops) {

  /**
   * The malls that tell ids only.
   *
   * @param storeInXml WeChat Store pushes XML instead of JSON
   * @param retrySpeed their pauses between pushes are divided by this, 1..10,000
   */
  public record Shops(
      String storeAppId,
      String storeToken,
      String storeAesKey,
      boolean storeInXml,
      String youzanClientId,
      String youzanClientSecret,
      String youzanKdtId,
      long retrySpeed) {}
}
