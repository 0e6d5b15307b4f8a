package dev.siyu.mall;

import dev.siyu.calls.CallResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a mall alone that does not answer: after some failures in a row nobody calls for a pause,
 * then one tries. So a mall that is down costs the others nothing but the first time-outs.
 */
public final class Breaker {

  private final Clock clock;
  private final int failures;
  private final Duration pause;
  private int inARow;
  private @Nullable Instant shutUntil;
  private @Nullable Instant downSince;
  private @Nullable Instant cameBackAt;

  /**
   * @param failures in a row that shut it, 1 or more
   * @param pause how long nobody calls, product clock
   */
  public Breaker(Clock clock, int failures, Duration pause) {
    this.clock = clock;
    this.failures = failures;
    this.pause = pause;
  }

  /** Calls, or answers at once when the mall is left alone. */
  public <T> CallResult<T> call(Supplier<CallResult<T>> call) {
    var wait = left();
    if (wait != null) {
      return new CallResult.Retryable<>("SIYU-3166", "the mall is left alone for a while", wait);
    }
    var result = call.get();
    switch (result) {
      case CallResult.Ok<T> ok -> answered();
      case CallResult.Declined<T> no -> answered();
      case CallResult.Broken<T> broken -> answered();
      case CallResult.Retryable<T> again -> failed();
      case CallResult.Unknown<T> none -> failed();
    }
    return result;
  }

  /** When it was back after an outage, once; null when there was none. */
  public synchronized @Nullable Instant takeRecovery() {
    var at = cameBackAt;
    cameBackAt = null;
    return at;
  }

  public synchronized boolean isShut() {
    return downSince != null;
  }

  /** The first caller after the pause moves it on, so that one tries and the others wait. */
  private synchronized @Nullable Duration left() {
    var until = shutUntil;
    var now = clock.instant();
    if (until == null) {
      return null;
    }
    if (until.isAfter(now)) {
      return Duration.between(now, until);
    }
    shutUntil = now.plus(pause);
    return null;
  }

  private synchronized void answered() {
    inARow = 0;
    shutUntil = null;
    if (downSince != null) {
      downSince = null;
      cameBackAt = clock.instant();
    }
  }

  private synchronized void failed() {
    inARow++;
    if (inARow >= failures) {
      var now = clock.instant();
      shutUntil = now.plus(pause);
      downSince = downSince == null ? now : downSince;
    }
  }
}
