package dev.siyu.web;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the web part behaves.
 *
 * @param secure true when people reach Siyu by https (also behind a proxy): secure cookies, HSTS
 * @param sessionIdle a session without requests ends after this, PT1M to PT24H
 * @param personRecheck how long a disabled person may go on at most, PT1S to PT60S
 * @param loginFailures wrong passwords allowed per person and address in a window, 1 to 100
 * @param addressFailures the same per address over all names, 1 to 10000
 * @param loginWindow length of that window, PT1S to PT1H
 * @param overviewEvery shortest time between two overview events, PT1S to PT1M
 */
@ConfigurationProperties("siyu.web")
record WebSettings(
    boolean secure,
    @DefaultValue("PT8H") Duration sessionIdle,
    @DefaultValue("PT30S") Duration personRecheck,
    @DefaultValue("5") int loginFailures,
    @DefaultValue("50") int addressFailures,
    @DefaultValue("PT5M") Duration loginWindow,
    @DefaultValue("PT2S") Duration overviewEvery) {

  WebSettings {
    within("session-idle", sessionIdle, Duration.ofMinutes(1), Duration.ofHours(24));
    within("person-recheck", personRecheck, Duration.ofSeconds(1), Duration.ofSeconds(60));
    within("login-window", loginWindow, Duration.ofSeconds(1), Duration.ofHours(1));
    within("overview-every", overviewEvery, Duration.ofSeconds(1), Duration.ofMinutes(1));
    within("login-failures", loginFailures, 100);
    within("address-failures", addressFailures, 10_000);
  }

  private static void within(String name, Duration value, Duration from, Duration to) {
    if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "siyu.web.%s: %s (expected: %s to %s)".formatted(name, value, from, to));
    }
  }

  private static void within(String name, int value, int to) {
    if (value < 1 || value > to) {
      throw new IllegalArgumentException(
          "siyu.web.%s: %d (expected: 1 to %d)".formatted(name, value, to));
    }
  }

  /** What every room knows anyway, as the console needs it. */
  @ConfigurationProperties("siyu")
  record Basics(@DefaultValue("sample") String mode, @DefaultValue("Asia/Shanghai") ZoneId zone) {

    boolean sample() {
      return !mode.equalsIgnoreCase("live");
    }
  }
}
