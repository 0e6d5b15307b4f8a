package dev.siyu.handovers;

import dev.siyu.customers.CustomerId;
import java.time.Instant;

/** What WeCom tells about transfers; called in the event's transaction. */
public interface HandOverNews {

  /**
   * A member got a contact; true when a hand-over brought it: the customer goes on with them, and
   * is no new acquaintance.
   */
  boolean takenOver(String staffUserId, String externalUserId, Instant at);

  /** transfer_fail: customer_refused or customer_limit_exceed. */
  void failed(String staffUserId, String externalUserId, String reason);

  /** DELETE_BY_TRANSFER: the relation ends, the customer does not leave. */
  void deletedByTransfer(CustomerId customer, String staffUserId, Instant at);
}
