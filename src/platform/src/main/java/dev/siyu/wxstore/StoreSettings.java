package dev.siyu.wxstore;

import dev.siyu.settings.Bounds;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Siyu reaches a WeChat Store. The numbers are WeChat's and may change there.
 *
 * @param enabled off: no address for callbacks, no calls
 * @param appId of the store; also the receiver of its callbacks
 * @param callbackAesKey 43 characters
 * @param connectTimeout 100 ms..10 s
 * @param readTimeout 100 ms..60 s
 * @param maxConnections calls in flight, 1..100
 * @param breakAfter failures in a row after which the store is left alone, 1..100
 * @param breakPause for how long, 1 s..1 h
 * @param settling how long after a callback the store is asked, 0..10 min
 * @param pageSize orders per page of the list, 1..100 (WeChat: 100)
 * @param longestRange of one question to the order list, 1 h..7 d (WeChat: 7 days)
 * @param longestRefundRange of one question to the after-sale list, 1 h..24 h (WeChat: 24 h)
 */
@ConfigurationProperties("siyu.wxstore")
record StoreSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("https://api.weixin.qq.com") URI baseUrl,
    @DefaultValue("") String appId,
    @DefaultValue("") String secret,
    @DefaultValue("") String callbackToken,
    @DefaultValue("") String callbackAesKey,
    @DefaultValue("PT2S") Duration connectTimeout,
    @DefaultValue("PT5S") Duration readTimeout,
    @DefaultValue("16") int maxConnections,
    @DefaultValue("3") int breakAfter,
    @DefaultValue("PT10S") Duration breakPause,
    @DefaultValue("PT0S") Duration settling,
    @DefaultValue("100") int pageSize,
    @DefaultValue("P7D") Duration longestRange,
    @DefaultValue("PT24H") Duration longestRefundRange) {

  StoreSettings {
    Bounds.between(
        "siyu.wxstore.connect-timeout",
        connectTimeout,
        Duration.ofMillis(100),
        Duration.ofSeconds(10));
    Bounds.between(
        "siyu.wxstore.read-timeout", readTimeout, Duration.ofMillis(100), Duration.ofSeconds(60));
    Bounds.between(
        "siyu.wxstore.break-pause", breakPause, Duration.ofSeconds(1), Duration.ofHours(1));
    Bounds.between("siyu.wxstore.settling", settling, Duration.ZERO, Duration.ofMinutes(10));
    Bounds.between(
        "siyu.wxstore.longest-range", longestRange, Duration.ofHours(1), Duration.ofDays(7));
    Bounds.between(
        "siyu.wxstore.longest-refund-range",
        longestRefundRange,
        Duration.ofHours(1),
        Duration.ofHours(24));
    Bounds.between("siyu.wxstore.max-connections", maxConnections, 1, 100);
    Bounds.between("siyu.wxstore.break-after", breakAfter, 1, 100);
    Bounds.between("siyu.wxstore.page-size", pageSize, 1, 100);
    if (enabled) {
      filled("app-id", appId);
      filled("secret", secret);
      filled("callback-token", callbackToken);
      filled("callback-aes-key", callbackAesKey);
    }
  }

  private static void filled(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("siyu.wxstore." + name + ": nothing (expected: a value)");
    }
  }

  @Override
  public String toString() {
    return "StoreSettings[baseUrl=" + baseUrl + ", appId=" + appId + "]"; // no secrets in logs
  }
}
