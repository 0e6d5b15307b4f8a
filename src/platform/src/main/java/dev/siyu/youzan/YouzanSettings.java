package dev.siyu.youzan;

import dev.siyu.settings.Bounds;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Siyu reaches a Youzan shop. The numbers are Youzan's and may change there.
 *
 * @param enabled off: no address for pushes, no calls
 * @param kdtId id of the shop (授权店铺)
 * @param zone zone of the times in Youzan's answers
 * @param bodySignSuffices take pushes without the header Event-Sign, whose sign covers msg only
 * @param settling how long after a push a trade can be asked for (Youzan: 30 s), 0..10 min
 * @param connectTimeout 100 ms..10 s
 * @param readTimeout 100 ms..60 s
 * @param breakAfter failures in a row after which the shop is left alone, 1..100
 * @param breakPause for how long, 1 s..1 h
 * @param pageSize trades per page of the list, 1..100 (Youzan: 100)
 */
@ConfigurationProperties("siyu.youzan")
record YouzanSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("https://open.youzanyun.com") URI baseUrl,
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("") String kdtId,
    @DefaultValue("Asia/Shanghai") ZoneId zone,
    @DefaultValue("true") boolean bodySignSuffices,
    @DefaultValue("PT30S") Duration settling,
    @DefaultValue("PT2S") Duration connectTimeout,
    @DefaultValue("PT5S") Duration readTimeout,
    @DefaultValue("3") int breakAfter,
    @DefaultValue("PT10S") Duration breakPause,
    @DefaultValue("100") int pageSize) {

  YouzanSettings {
    Bounds.between(
        "siyu.youzan.connect-timeout",
        connectTimeout,
        Duration.ofMillis(100),
        Duration.ofSeconds(10));
    Bounds.between(
        "siyu.youzan.read-timeout", readTimeout, Duration.ofMillis(100), Duration.ofSeconds(60));
    Bounds.between(
        "siyu.youzan.break-pause", breakPause, Duration.ofSeconds(1), Duration.ofHours(1));
    Bounds.between("siyu.youzan.settling", settling, Duration.ZERO, Duration.ofMinutes(10));
    Bounds.between("siyu.youzan.break-after", breakAfter, 1, 100);
    Bounds.between("siyu.youzan.page-size", pageSize, 1, 100);
    if (enabled) {
      filled("client-id", clientId);
      filled("client-secret", clientSecret);
      filled("kdt-id", kdtId);
    }
  }

  private static void filled(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("siyu.youzan." + name + ": nothing (expected: a value)");
    }
  }

  @Override
  public String toString() {
    return "YouzanSettings[baseUrl=" + baseUrl + ", kdtId=" + kdtId + "]"; // no secrets in logs
  }
}
