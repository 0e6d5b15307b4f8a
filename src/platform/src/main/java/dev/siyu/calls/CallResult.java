package dev.siyu.calls;

import java.time.Duration;

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
}
