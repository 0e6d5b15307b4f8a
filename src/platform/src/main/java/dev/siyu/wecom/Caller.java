package dev.siyu.wecom;

import dev.siyu.calls.CallLog;
import dev.siyu.calls.CallResult;
import dev.siyu.wechat.CallBroken;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import me.chanjar.weixin.common.error.WxErrorException;

/** Turns every way a WxJava call can end into a {@link CallResult}. */
final class Caller {

  /** Whether a call that got no answer may have done something. */
  enum Effect {
    READS,
    CHANGES
  }

  @FunctionalInterface
  interface Call<T> {
    T make() throws WxErrorException;
  }

  private static final Duration AFTER_NO_CONNECTION = Duration.ofSeconds(2);

  private final CallLog log;
  private final Brake brake;
  private final Duration pause;

  Caller(Clock clock, CallLog log, Duration pause) {
    this.log = log;
    this.brake = new Brake(clock, pause);
    this.pause = pause;
  }

  <T> CallResult<T> call(Effect effect, Call<T> call) {
    var wait = brake.left();
    return wait.isPresent()
        ? new CallResult.Retryable<>("45009", "everybody pauses", wait.get())
        : log.noted(made(effect, call));
  }

  private <T> CallResult<T> made(Effect effect, Call<T> call) {
    try {
      return new CallResult.Ok<>(call.make());
    } catch (WxErrorException e) {
      int code = e.getError().getErrorCode();
      if (ErrorPolicy.kind(code) == ErrorPolicy.Kind.PAUSE) {
        brake.pull();
      }
      var message = Objects.requireNonNullElse(e.getError().getErrorMsgEn(), e.getMessage());
      return ErrorPolicy.result(code, String.valueOf(message), pause);
    } catch (CallBroken e) {
      return effect == Effect.READS || e.beforeTheCall()
          ? new CallResult.Retryable<>("SIYU-3201", message(e), AFTER_NO_CONNECTION)
          : new CallResult.Unknown<>("SIYU-3202", message(e));
    } catch (RuntimeException e) {
      // An answer that WxJava cannot read, e.g. a proxy's page with status 200.
      return effect == Effect.READS
          ? new CallResult.Retryable<>("SIYU-3203", message(e), AFTER_NO_CONNECTION)
          : new CallResult.Unknown<>("SIYU-3203", message(e));
    }
  }

  private static String message(RuntimeException e) {
    return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
  }
}
