package dev.siyu.pauses;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pauses are kept ({@code siyu.pauses.*}).
 *
 * @param knownFor how long an instance of the app trusts what it last read, 0 to 60 s
 * @param shortestRest a job of a paused journey is asked for again after this at the earliest, 1
 *     min or more
 * @param longestRest and after this at the latest; the spread keeps a resumed journey from bursting
 */
@ConfigurationProperties("siyu.pauses")
record PauseSettings(
    @DefaultValue("PT1S") Duration knownFor,
    @DefaultValue("PT5M") Duration shortestRest,
    @DefaultValue("PT15M") Duration longestRest) {

  PauseSettings {
    if (knownFor.isNegative() || knownFor.compareTo(Duration.ofMinutes(1)) > 0) {
      throw wrong("known-for", knownFor, "PT0S to PT1M");
    }
    if (shortestRest.compareTo(Duration.ofMinutes(1)) < 0) {
      throw wrong("shortest-rest", shortestRest, ">= PT1M");
    }
    if (longestRest.compareTo(shortestRest) <= 0) {
      throw wrong("longest-rest", longestRest, "> shortest-rest = " + shortestRest);
    }
  }

  /** The same for the same job, spread evenly over all jobs. */
  Duration rest(long jobKey) {
    long spread = longestRest.minus(shortestRest).toSeconds();
    return shortestRest.plusSeconds(Math.floorMod(jobKey * 2_654_435_761L, spread + 1));
  }

  private static IllegalArgumentException wrong(String name, Duration value, String expected) {
    return new IllegalArgumentException(
        "siyu.pauses." + name + ": " + value + " (expected: " + expected + ")");
  }
}
