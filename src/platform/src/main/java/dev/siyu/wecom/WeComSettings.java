package dev.siyu.wecom;

import dev.siyu.settings.Bounds;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Siyu reaches WeCom. The numbers are WeCom's and may change there.
 *
 * @param agentId id of our app, needed for app messages
 * @param contactSecret secret for customer contact calls
 * @param appSecret secret for app messages
 * @param callbackAesKey 43 characters
 * @param connectTimeout 100 ms..10 s
 * @param readTimeout 100 ms..60 s
 * @param maxConnections calls in flight, 1..500; each API may have a third of them, so that one
 *     that hangs leaves room to the others
 * @param tagCalls mark_tag calls in flight, 1..5 (45033 beyond)
 * @param frequencyPause how long everybody waits after 45009, 1 s..1 h
 * @param tagGroup group of the corp tags that Siyu creates, 1..30 characters
 */
@ConfigurationProperties("siyu.wecom")
record WeComSettings(
    URI baseUrl,
    String corpId,
    @DefaultValue("0") int agentId,
    String contactSecret,
    String appSecret,
    String callbackToken,
    String callbackAesKey,
    @DefaultValue("PT2S") Duration connectTimeout,
    @DefaultValue("PT5S") Duration readTimeout,
    @DefaultValue("64") int maxConnections,
    @DefaultValue("5") int tagCalls,
    @DefaultValue("PT1M") Duration frequencyPause,
    @DefaultValue("Siyu") String tagGroup) {

  WeComSettings {
    Bounds.between(
        "siyu.wecom.connect-timeout",
        connectTimeout,
        Duration.ofMillis(100),
        Duration.ofSeconds(10));
    Bounds.between(
        "siyu.wecom.read-timeout", readTimeout, Duration.ofMillis(100), Duration.ofSeconds(60));
    Bounds.between(
        "siyu.wecom.frequency-pause", frequencyPause, Duration.ofSeconds(1), Duration.ofHours(1));
    Bounds.between("siyu.wecom.max-connections", maxConnections, 1, 500);
    Bounds.between("siyu.wecom.tag-calls", tagCalls, 1, 5);
    Bounds.between("siyu.wecom.tag-group", tagGroup.length(), 1, 30);
    filled("base-url", baseUrl);
    filled("corp-id", corpId);
    filled("contact-secret", contactSecret);
    filled("app-secret", appSecret);
    filled("callback-token", callbackToken);
    filled("callback-aes-key", callbackAesKey);
  }

  @SuppressWarnings("ReferenceEquality")
  private static void filled(String name, Object value) {
    if (value == null || value.toString().isBlank()) {
      throw new IllegalArgumentException("siyu.wecom." + name + ": nothing (expected: a value)");
    }
  }

  @Override
  public String toString() {
    return "WeComSettings[baseUrl=" + baseUrl + ", corpId=" + corpId + "]"; // no secrets in logs
  }
}
