package dev.siyu.workers;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerId;
import dev.siyu.engine.JobContext;
import dev.siyu.touchpoints.TouchKey;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a step of a journey names its touch and hands a call's answer to the ledger. */
public final class Steps {

  /**
   * @param entry the journey run, from the start message
   * @param round null or 1 the first time; a reopened journey touches anew under the next number
   */
  public static TouchKey key(
      String customerId, String entry, @Nullable Integer round, JobContext job) {
    var occurrence = round == null || round == 1 ? entry : entry + "." + round;
    return new TouchKey(new CustomerId(customerId), job.processId(), job.elementId(), occurrence);
  }

  /** A second touch of the same step and moment. */
  public static TouchKey beside(TouchKey key, String what) {
    return new TouchKey(key.customer(), key.journey(), key.step(), key.occurrence() + "+" + what);
  }

  /** The same ending, with what the provider gave turned into a receipt. */
  public static <T> CallResult<Receipt> receipt(
      CallResult<T> result, Function<T, Receipt> receipt) {
    return switch (result) {
      case CallResult.Ok<T> ok -> new CallResult.Ok<>(receipt.apply(ok.value()));
      case CallResult.Declined<T> no -> new CallResult.Declined<>(no.code(), no.reason());
      case CallResult.Retryable<T> later ->
          new CallResult.Retryable<>(later.code(), later.reason(), later.after());
      case CallResult.Broken<T> broken -> new CallResult.Broken<>(broken.code(), broken.reason());
      case CallResult.Unknown<T> none -> new CallResult.Unknown<>(none.code(), none.reason());
    };
  }

  private Steps() {}
}
