package dev.siyu.touchpoints;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mass-send task at WeCom that has not ended.
 *
 * @param said the text as the customer reads it; null: it cannot be given to another member
 * @param deadline when it times out
 * @param doneUntil steps of the plan up to this moment are done
 * @param cancelFor what comes after the cancellation, in state CANCELLING
 */
record MassSendTask(
    String msgId,
    String staffUserId,
    MassSendState state,
    @Nullable String said,
    Instant createdAt,
    Instant deadline,
    Instant doneUntil,
    @Nullable CancelFor cancelFor) {

  /** Why a task is cancelled. */
  enum CancelFor {
    REASSIGN,
    WITHDRAW,
    TIME_OUT
  }

  /**
   * A customer the task should reach and has not reached yet, as far as we know.
   *
   * @param version of the content that was said, 0 for none
   */
  record Unsent(long id, Touch touch, int version, @Nullable String externalUserId) {}

  /** What became of the touch of one customer. */
  record Settled(long id, TouchState state, @Nullable String rule, @Nullable String reason) {}
}
