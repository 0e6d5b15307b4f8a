package dev.siyu.fission;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fission runs.
 *
 * @param startBatch inviters started at once, 1..500
 * @param watchEvery how often rewards are compared with the helpers that stayed, 1 min..1 day
 * @param pause how long a coupon that could not be taken back waits, 10 s..1 h
 * @param qrTimeout for the picture of a live code, 500 ms..30 s
 * @param inviters customers one campaign may ask, 1..50000
 */
@ConfigurationProperties("siyu.fission")
record FissionSettings(
    @DefaultValue("100") int startBatch,
    @DefaultValue("PT1H") Duration watchEvery,
    @DefaultValue("PT5M") Duration pause,
    @DefaultValue("PT5S") Duration qrTimeout,
    @DefaultValue("5000") int inviters) {

  FissionSettings {
    Bounds.between("siyu.fission.start-batch", startBatch, 1, 500);
    Bounds.between(
        "siyu.fission.watch-every", watchEvery, Duration.ofMinutes(1), Duration.ofDays(1));
    Bounds.between("siyu.fission.pause", pause, Duration.ofSeconds(10), Duration.ofHours(1));
    Bounds.between(
        "siyu.fission.qr-timeout", qrTimeout, Duration.ofMillis(500), Duration.ofSeconds(30));
    Bounds.between("siyu.fission.inviters", inviters, 1, 50_000);
  }
}
