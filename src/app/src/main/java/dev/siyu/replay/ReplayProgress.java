package dev.siyu.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the present or last replay is; counts are of what the simulator has taken.
 *
 * @param total events planned
 * @param customers adds told
 * @param virtualNow the product's clock
 */
public record ReplayProgress(
    State state,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Integer speed,
    Instant virtualNow,
    @Nullable Instant endsAt,
    long sent,
    long total,
    long customers,
    long orders,
    long refunds,
    long paidCents,
    long refundedCents,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<RowError> errors) {

  /** What a replay can be. */
  public enum State {
    IDLE,
    RUNNING,
    DONE,
    STOPPED,
    FAILED
  }
}
