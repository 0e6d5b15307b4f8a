package dev.siyu.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What outlives every process: how far ahead the clock is and where it is going. */
interface ClockStore {

  /** What is remembered. */
  record Row(String mode, Duration offset, @Nullable Instant target, @Nullable Integer speed) {}

  /** The row, made with this mode when there is none. */
  Row open(String mode, Instant now);

  void saveOffset(Duration offset, Instant now);

  void saveTarget(@Nullable Instant target, @Nullable Integer speed, Instant now);
}
