package dev.siyu.moments;

import dev.siyu.calls.CallResult;

/** How a call that did not go well is told to people. */
final class Endings {

  static String of(CallResult<?> result) {
    return switch (result) {
      case CallResult.Ok<?> ok -> "";
      case CallResult.Declined<?> no -> no.code() + " " + no.reason();
      case CallResult.Retryable<?> again -> again.code() + " " + again.reason();
      case CallResult.Broken<?> broken -> broken.code() + " " + broken.reason();
      case CallResult.Unknown<?> none -> none.code() + " " + none.reason();
    };
  }

  private Endings() {}
}
