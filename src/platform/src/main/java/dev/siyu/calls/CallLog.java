package dev.siyu.calls;

import dev.siyu.calls.Connector.Health;
import dev.siyu.calls.Connector.State;
import java.time.Clock;

/** Remembers how the latest calls to one system went. */
public final class CallLog {

  private final Clock clock;
  private volatile Health health = new Health(State.UNUSED, null, null, null);

  public CallLog(Clock clock) {
    this.clock = clock;
  }

  /** A no for good is a working connection; only the rest counts as an error. */
  public <T> CallResult<T> noted(CallResult<T> result) {
    switch (result) {
      case CallResult.Ok<T> ok -> succeeded();
      case CallResult.Declined<T> no -> succeeded();
      case CallResult.Retryable<T> again -> failed(again.code() + " " + again.reason());
      case CallResult.Broken<T> broken -> failed(broken.code() + " " + broken.reason());
      case CallResult.Unknown<T> unknown -> failed(unknown.code() + " " + unknown.reason());
    }
    return result;
  }

  public Health health() {
    return health;
  }

  private synchronized void succeeded() {
    health = new Health(State.UP, clock.instant(), health.lastErrorAt(), health.lastError());
  }

  private synchronized void failed(String error) {
    health = new Health(State.FAILING, health.lastSuccessAt(), clock.instant(), error);
  }
}
