package dev.siyu.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Holds back all callers for a while after WeCom complained about our frequency (45009). */
final class Brake {

  private final Clock clock;
  private final Duration pause;
  private volatile Instant until = Instant.MIN;

  Brake(Clock clock, Duration pause) {
    this.clock = clock;
    this.pause = pause;
  }

  void pull() {
    until = clock.instant().plus(pause);
  }

  /** How long to wait still; empty when the way is free. */
  Optional<Duration> left() {
    var now = clock.instant();
    var end = until;
    return end.isAfter(now) ? Optional.of(Duration.between(now, end)) : Optional.empty();
  }
}
