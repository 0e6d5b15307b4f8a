package dev.siyu.channels;

import dev.siyu.calls.CallResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to do after a change WeCom was asked for. A change overwrites, so it may be repeated.
 *
 * @param note what WeCom said; null: it is done
 * @param again when it is worth another try; null: only when something has changed
 */
record PushEnding(@Nullable String note, @Nullable Duration again) {

  static PushEnding of(CallResult<Boolean> answer) {
    return switch (answer) {
      case CallResult.Ok<Boolean> ok -> new PushEnding(null, null);
      case CallResult.Declined<Boolean> no -> new PushEnding(no.code() + " " + no.reason(), null);
      case CallResult.Broken<Boolean> no -> new PushEnding(no.code() + " " + no.reason(), null);
      case CallResult.Retryable<Boolean> later ->
          new PushEnding(later.code() + " " + later.reason(), later.after());
      case CallResult.Unknown<Boolean> none ->
          new PushEnding(none.code() + " " + none.reason(), Duration.ZERO);
    };
  }
}
