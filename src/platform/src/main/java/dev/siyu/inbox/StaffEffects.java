package dev.siyu.inbox;

import dev.siyu.wecom.WeComEvent;

/** What an add or a leave means for the account it happened to; in the event's transaction. */
interface StaffEffects {

  void added(WeComEvent.ContactAdded added);

  void left(WeComEvent.ContactLeft left);
}
