package dev.siyu.simulator.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's clock plus an offset that tests and replays move. */
public final class SimulatedClock extends Clock {

  private final Clock machine;
  private volatile long offsetMillis;

  public SimulatedClock(Clock machine, long offsetMillis) {
    this.machine = machine;
    this.offsetMillis = offsetMillis;
  }

  public long offsetMillis() {
    return offsetMillis;
  }

  void offset(long millis) {
    this.offsetMillis = millis;
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(Duration.ofMillis(offsetMillis));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
