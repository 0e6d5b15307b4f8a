package dev.siyu.workers;

import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.touchpoints.TouchOutcome;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says for every way a touch can end how its job ends: the words the drawings decide on. */
@Component
public final class TouchEndings {

  private final JourneySettings settings;

  public TouchEndings(JourneySettings settings) {
    this.settings = settings;
  }

  /**
   * The variables {@code outcome} and, while the touch may be asked for again, {@code notBefore}
   * and {@code asked}. A step that asked too often gets REFUSED, so no journey waits for ever.
   */
  public JobOutcome ending(TouchOutcome outcome, @Nullable String asked, JobContext job) {
    return switch (outcome) {
      case TouchOutcome.Sent sent -> done("SENT");
      case TouchOutcome.AlreadySent sent -> done("SENT");
      case TouchOutcome.Queued queued -> done("QUEUED");
      case TouchOutcome.Refused refused -> refused(refused, Asks.next(asked, job.elementId()));
      case TouchOutcome.Declined declined -> done("DECLINED");
      case TouchOutcome.Unknown unknown -> done("UNKNOWN");
      case TouchOutcome.Retryable retryable ->
          new JobOutcome.Outage(retryable.code(), retryable.reason(), retryable.after());
      case TouchOutcome.Broken broken -> new JobOutcome.NeedsPerson(broken.code(), broken.reason());
    };
  }

  /** As {@link #ending}, with the code of the coupon the customer now has. */
  public JobOutcome couponEnding(TouchOutcome outcome, @Nullable String asked, JobContext job) {
    var ending = ending(outcome, asked, job);
    var code = providerId(outcome);
    if (code == null || !(ending instanceof JobOutcome.Done done)) {
      return ending;
    }
    var variables = new HashMap<String, Object>(done.variables());
    variables.put("couponCode", code);
    return new JobOutcome.Done(variables);
  }

  /**
   * A coupon and the message of the same moment that brings it. While the coupon may be asked for
   * again, or its call is to be repeated, the message waits with it; a coupon that was refused for
   * good does not keep the message back.
   *
   * @param known the coupon of an earlier moment
   */
  public JobOutcome withCoupon(
      TouchOutcome coupon,
      Function<@Nullable String, TouchOutcome> message,
      @Nullable String known,
      @Nullable String asked,
      JobContext job) {
    var first = couponEnding(coupon, asked, job);
    if (!(first instanceof JobOutcome.Done issued)
        || "REFUSED_LATER".equals(issued.variables().get("outcome"))) {
      return first;
    }
    var code = providerId(coupon);
    var second = ending(message.apply(code == null ? known : code), asked, job);
    if (code == null || !(second instanceof JobOutcome.Done told)) {
      return second;
    }
    var variables = new HashMap<String, Object>(told.variables());
    variables.put("couponCode", code);
    return new JobOutcome.Done(variables);
  }

  /** For touches no customer sees: whatever was decided, the journey goes on without a word. */
  public JobOutcome silentEnding(TouchOutcome outcome, JobContext job) {
    return ending(outcome, null, job) instanceof JobOutcome.Done
        ? JobOutcome.done()
        : ending(outcome, null, job);
  }

  /** True when the other side has it, now or from an earlier try. */
  public static boolean isMade(TouchOutcome outcome) {
    return outcome instanceof TouchOutcome.Sent || outcome instanceof TouchOutcome.AlreadySent;
  }

  private JobOutcome refused(TouchOutcome.Refused refused, Asks asks) {
    if (refused.notBefore() == null || asks.times() >= settings.askLimit()) {
      return done("REFUSED");
    }
    return new JobOutcome.Done(
        Map.of(
            "outcome", "REFUSED_LATER",
            "notBefore", refused.notBefore().toString(),
            "asked", asks.toString()));
  }

  private static @Nullable String providerId(TouchOutcome outcome) {
    return switch (outcome) {
      case TouchOutcome.Sent sent -> sent.providerId();
      case TouchOutcome.AlreadySent sent -> sent.providerId();
      case TouchOutcome.Queued queued -> queued.providerId();
      case TouchOutcome.Refused refused -> null;
      case TouchOutcome.Declined declined -> null;
      case TouchOutcome.Retryable retryable -> null;
      case TouchOutcome.Broken broken -> null;
      case TouchOutcome.Unknown unknown -> null;
    };
  }

  private static JobOutcome done(String outcome) {
    return new JobOutcome.Done(Map.of("outcome", outcome));
  }
}
