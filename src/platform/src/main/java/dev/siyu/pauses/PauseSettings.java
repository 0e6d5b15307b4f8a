package dev.siyu.pauses;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pauses are kept ({@code siyu.pauses.*}).
 *
 * @param knownFor how long an instance of the app trusts what it last read, 0 to 60 s
 * @param shortestRest a job of a paused journey is asked for again after this at the earliest, one
 *     minute to one day
 * @param longestRest and after this at the latest; the spread keeps a resumed journey from bursting
 */
@ConfigurationProperties("siyu.pauses")
record PauseSettings(
    @DefaultValue("PT1S") Duration knownFor,
    @DefaultValue("PT5M") Duration shortestRest,
    @DefaultValue("PT15M") Duration longestRest) {

  PauseSettings {
    Bounds.between("siyu.pauses.known-for", knownFor, Duration.ZERO, Duration.ofMinutes(1));
    Bounds.between(
        "siyu.pauses.shortest-rest", shortestRest, Duration.ofMinutes(1), Duration.ofDays(1));
    if (longestRest.compareTo(shortestRest) <= 0) {
      throw Bounds.wrong(
          "siyu.pauses.longest-rest", longestRest, "> shortest-rest = " + shortestRest);
    }
  }

  /** The same for the same job, spread evenly over all jobs. */
  Duration rest(long jobKey) {
    long spread = longestRest.minus(shortestRest).toSeconds();
    return shortestRest.plusSeconds(Math.floorMod(jobKey * 2_654_435_761L, spread + 1));
  }
}
