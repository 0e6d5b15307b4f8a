package dev.siyu.launches;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How launches are watched ({@code siyu.launches.*}).
 *
 * @param alpha probability to stop a version that is no worse, however often it is looked at, 0.001
 *     to 0.2
 * @param minimumSample outcomes of the canary before the guard says anything, 20 to 100,000
 * @param maximumHarm least relative loss of orders it looks for, percent, 5 to 90
 * @param window in which an order, a leave or a refusal counts after the entry, one hour to 60 days
 * @param checkEvery between two looks, one minute to one day
 */
@ConfigurationProperties("siyu.launches")
record LaunchSettings(
    @DefaultValue("0.05") double alpha,
    @DefaultValue("200") int minimumSample,
    @DefaultValue("20") int maximumHarm,
    @DefaultValue("P7D") Duration window,
    @DefaultValue("PT5M") Duration checkEvery) {

  LaunchSettings {
    if (!(alpha >= 0.001 && alpha <= 0.2)) {
      throw wrong("alpha", alpha, "0.001 to 0.2");
    }
    if (minimumSample < 20 || minimumSample > 100_000) {
      throw wrong("minimum-sample", minimumSample, "20 to 100000");
    }
    if (maximumHarm < 5 || maximumHarm > 90) {
      throw wrong("maximum-harm", maximumHarm, "5 to 90");
    }
    if (outside(window, Duration.ofHours(1), Duration.ofDays(60))) {
      throw wrong("window", window, "PT1H to P60D");
    }
    if (outside(checkEvery, Duration.ofMinutes(1), Duration.ofDays(1))) {
      throw wrong("check-every", checkEvery, "PT1M to P1D");
    }
  }

  private static boolean outside(Duration value, Duration least, Duration most) {
    return value.compareTo(least) < 0 || value.compareTo(most) > 0;
  }

  private static IllegalArgumentException wrong(String name, Object value, String expected) {
    return new IllegalArgumentException(
        "siyu.launches.%s: %s (expected: %s)".formatted(name, value, expected));
  }
}
