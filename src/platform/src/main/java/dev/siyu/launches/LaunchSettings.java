package dev.siyu.launches;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How launches are watched ({@code siyu.launches.*}).
 *
 * @param alpha probability to stop a version that is no worse, however often it is looked at, 0.001
 *     to 0.2
 * @param minimumSample outcomes of the smaller group, canary or control, before the guard says
 *     anything, 20 to 100,000
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
    Bounds.between("siyu.launches.alpha", alpha, 0.001, 0.2);
    Bounds.between("siyu.launches.minimum-sample", minimumSample, 20, 100_000);
    Bounds.between("siyu.launches.maximum-harm", maximumHarm, 5, 90);
    Bounds.between("siyu.launches.window", window, Duration.ofHours(1), Duration.ofDays(60));
    Bounds.between(
        "siyu.launches.check-every", checkEvery, Duration.ofMinutes(1), Duration.ofDays(1));
  }
}
