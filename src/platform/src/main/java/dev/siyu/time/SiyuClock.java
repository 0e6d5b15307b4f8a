package dev.siyu.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The product's clock: real time plus an offset that is zero in live mode and only ever grows. */
public final class SiyuClock extends Clock {

  private final Clock base;
  private volatile Duration offset;

  public SiyuClock(Clock base, Duration offset) {
    this.base = base;
    this.offset = offset;
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SiyuClock(base.withZone(zone), offset);
  }

  public Duration offset() {
    return offset;
  }

  /** Sets how far ahead of real time this clock is; never less than before, so nothing repeats. */
  public synchronized void setOffset(Duration next) {
    if (next.compareTo(offset) < 0) {
      throw new IllegalArgumentException(
          "clock offset: " + next + " (expected: >= current offset = " + offset + ")");
    }
    offset = next;
  }
}
