package dev.siyu.wecom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a WeCom callback tells; times are WeCom's CreateTime (whole seconds). */
public sealed interface WeComEvent {

  Instant at();

  /** add_external_contact and add_half_external_contact. */
  record ContactAdded(
      String staffUserId,
      String externalUserId,
      @Nullable String state,
      @Nullable String welcomeCode,
      Instant at)
      implements WeComEvent {}

  /** del_external_contact (staff removed the customer) or del_follow_user (customer left). */
  record ContactLeft(String staffUserId, String externalUserId, boolean byCustomer, Instant at)
      implements WeComEvent {}

  /** customer_start_chat: the customer wrote to us. */
  record ChatStarted(String staffUserId, String externalUserId, Instant at) implements WeComEvent {}

  /** Anything else; kept in the inbox, without effect on journeys. */
  record Other(String event, @Nullable String changeType, Instant at) implements WeComEvent {}
}
