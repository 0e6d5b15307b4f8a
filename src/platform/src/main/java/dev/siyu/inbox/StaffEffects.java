package dev.siyu.inbox;

import dev.siyu.customers.CustomerId;
import dev.siyu.wecom.WeComEvent;

/** What an event means for the account it happened to; in the event's transaction. */
interface StaffEffects {

  /** True when a hand-over brought the customer: they are no new acquaintance. */
  boolean takesOver(WeComEvent.ContactAdded added);

  void added(WeComEvent.ContactAdded added);

  void left(CustomerId customer, WeComEvent.ContactLeft left);

  void transferFailed(WeComEvent.TransferFailed failed);

  /** A member, or the echo of our own call, changed what is known of a contact. */
  default void edited(WeComEvent.ContactEdited edited) {}

  default void corpTagsChanged() {}
}
