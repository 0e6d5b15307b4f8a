package dev.siyu.touchpoints;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a touch stands in the ledger before it is asked for again. */
record Standing(
    String requestHash,
    TouchState state,
    @Nullable String rule,
    @Nullable String reason,
    @Nullable Instant notBefore,
    @Nullable String providerId,
    @Nullable Instant claimedAt) {

  /** What the asker is told without deciding anew; null when the touch is to be decided. */
  @Nullable TouchOutcome answer(String hash, Instant now, Duration callTimeout) {
    if (!requestHash.equals(hash)) {
      return new TouchOutcome.Broken("SIYU-3001", "同一触达的内容前后不一致");
    }
    var code = Objects.requireNonNullElse(rule, "");
    var why = Objects.requireNonNullElse(reason, "");
    return switch (state) {
      case SENT -> new TouchOutcome.AlreadySent(providerId);
      case QUEUED -> new TouchOutcome.Queued(Objects.requireNonNullElse(providerId, ""));
      case DECLINED, EXPIRED -> new TouchOutcome.Declined(code, why);
      case UNKNOWN -> new TouchOutcome.Unknown(code, why);
      case REFUSED -> isDue(now) ? null : new TouchOutcome.Refused(code, why, notBefore);
      case FAILED ->
          notBefore == null || isDue(now)
              ? null
              : new TouchOutcome.Retryable(code, why, Duration.between(now, notBefore));
      case PENDING -> isOverdue(now, callTimeout) ? null : underWay(now, callTimeout);
    };
  }

  /** A claim whose end nobody recorded in time. */
  boolean isOverdue(Instant now, Duration callTimeout) {
    return state == TouchState.PENDING
        && (claimedAt == null || !claimedAt.plus(callTimeout).isAfter(now));
  }

  private boolean isDue(Instant now) {
    return notBefore != null && !notBefore.isAfter(now);
  }

  private TouchOutcome underWay(Instant now, Duration callTimeout) {
    var since = Objects.requireNonNullElse(claimedAt, now);
    return new TouchOutcome.Retryable(
        "SIYU-3002", "调用进行中", Duration.between(now, since.plus(callTimeout)));
  }
}
