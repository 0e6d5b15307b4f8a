package dev.siyu.calls;

import java.time.Duration;
import java.util.function.Function;

/** Every way a call to WeCom or a mall can end. */
public sealed interface CallResult<T> {

  record Ok<T>(T value) implements CallResult<T> {}

  /** The other side understood and said no; repeating would not change its mind. */
  record Declined<T>(String code, String reason) implements CallResult<T> {}

  /** Certainly without effect; may be repeated, not before {@code after} has passed. */
  record Retryable<T>(String code, String reason, Duration after) implements CallResult<T> {}

  /** Data or settings are wrong; a person has to mend them (becomes an incident). */
  record Broken<T>(String code, String reason) implements CallResult<T> {}

  /** No answer came, so nobody knows; never repeated blindly. */
  record Unknown<T>(String code, String reason) implements CallResult<T> {}

  /** Goes on with the value of a call that went well; every other ending stays as it is. */
  default <R> CallResult<R> then(Function<T, CallResult<R>> next) {
    return switch (this) {
      case Ok<T> ok -> next.apply(ok.value());
      case Declined<T> no -> new Declined<>(no.code(), no.reason());
      case Retryable<T> again -> new Retryable<>(again.code(), again.reason(), again.after());
      case Broken<T> broken -> new Broken<>(broken.code(), broken.reason());
      case Unknown<T> unknown -> new Unknown<>(unknown.code(), unknown.reason());
    };
  }
}
