package dev.siyu.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The broker's clock always runs, also where the app's stands (a rehearsal): its timers need it.
 *
 * @param at where the app's clock began to stand; null: it runs
 */
record Standing(@Nullable Instant at, Clock real) {

  static Standing of(Environment environment) {
    return new Standing(
        environment.getProperty("siyu.clock.stands-at", Instant.class), Clock.systemUTC());
  }

  /**
   * How far ahead of real time a running clock must be to show what the app's shows now.
   *
   * @param offset the app's
   */
  Duration aheadOfReal(Duration offset) {
    return at == null ? offset : Duration.between(real.instant(), at.plus(offset));
  }
}
