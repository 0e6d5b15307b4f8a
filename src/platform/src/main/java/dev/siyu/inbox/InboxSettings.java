package dev.siyu.inbox;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are taken in and acted on ({@code siyu.inbox.*}).
 *
 * @param batch events per commit when many arrive at once, 1 to 5,000
 * @param parallel subjects worked on at once, 1 to 1,000
 * @param shopCalls fetches at once from one mall that tells ids only, 1 to 100
 * @param window events read ahead, at least {@code parallel}
 * @param poll how often the table is looked at when nobody woke us
 * @param attempts tries before an event is given up (visible, retry by button), 1 to 100
 * @param detailAttempts tries to learn a new contact's name and union id, less than attempts
 * @param firstPause pause after the first failed try; doubled each time
 * @param longestPause longest pause between two tries
 * @param welcomes welcome calls at once, 1 to 1,000
 * @param welcomeWindow how long a welcome code lives (WeCom: 20 s, doc 92599)
 */
@ConfigurationProperties("siyu.inbox")
record InboxSettings(
    @DefaultValue("500") int batch,
    @DefaultValue("16") int parallel,
    @DefaultValue("8") int shopCalls,
    @DefaultValue("256") int window,
    @DefaultValue("PT1S") Duration poll,
    @DefaultValue("10") int attempts,
    @DefaultValue("5") int detailAttempts,
    @DefaultValue("PT1S") Duration firstPause,
    @DefaultValue("PT10M") Duration longestPause,
    @DefaultValue("32") int welcomes,
    @DefaultValue("PT20S") Duration welcomeWindow) {

  InboxSettings {
    Bounds.between("siyu.inbox.batch", batch, 1, 5_000);
    Bounds.between("siyu.inbox.parallel", parallel, 1, 1_000);
    Bounds.between("siyu.inbox.shop-calls", shopCalls, 1, 100);
    Bounds.between("siyu.inbox.window", window, parallel, 10_000);
    Bounds.between("siyu.inbox.attempts", attempts, 1, 100);
    Bounds.between("siyu.inbox.detail-attempts", detailAttempts, 0, attempts - 1);
    Bounds.between("siyu.inbox.welcomes", welcomes, 1, 1_000);
    positive("poll", poll);
    positive("first-pause", firstPause);
    positive("welcome-window", welcomeWindow);
    if (longestPause.compareTo(firstPause) < 0) {
      throw wrong("longest-pause", longestPause, ">= first-pause = " + firstPause);
    }
  }

  /** The pause after so many failed tries, 1 or more. */
  Duration pauseAfter(int tries) {
    var doubled = firstPause.multipliedBy(1L << Math.min(tries - 1, 20));
    return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw wrong(name, value, "> PT0S");
    }
  }

  private static IllegalArgumentException wrong(String name, Object value, String expected) {
    return new IllegalArgumentException(
        "siyu.inbox." + name + ": " + value + " (expected: " + expected + ")");
  }
}
