package dev.siyu.wecom;

import java.time.Instant;
import java.util.List;
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

  /**
   * del_external_contact (staff removed the customer) or del_follow_user (customer left).
   *
   * @param byTransfer the customer was handed over to another member (Source=DELETE_BY_TRANSFER)
   */
  record ContactLeft(
      String staffUserId, String externalUserId, boolean byCustomer, boolean byTransfer, Instant at)
      implements WeComEvent {

    public ContactLeft(String staffUserId, String externalUserId, boolean byCustomer, Instant at) {
      this(staffUserId, externalUserId, byCustomer, false, at);
    }
  }

  /**
   * transfer_fail: a customer did not go over to the member.
   *
   * @param reason customer_refused or customer_limit_exceed
   */
  record TransferFailed(String staffUserId, String externalUserId, String reason, Instant at)
      implements WeComEvent {}

  /** customer_start_chat: the customer wrote to us. */
  record ChatStarted(String staffUserId, String externalUserId, Instant at) implements WeComEvent {}

  /** How a group changed. */
  enum GroupChange {
    CREATED,
    MEMBERS_JOINED,
    MEMBERS_LEFT,
    OWNER,
    NAME,
    NOTICE,
    DISMISSED,
    OTHER
  }

  /**
   * change_external_chat (doc 92130). Events get lost and overtake each other: the group itself is
   * asked how it stands.
   *
   * @param scene QuitScene of members who left: 0 by themselves, 1 removed; JoinScene of others
   * @param memberIds who joined or left; empty when WeCom does not say
   */
  record GroupChanged(
      String chatId, GroupChange change, int scene, List<String> memberIds, Instant at)
      implements WeComEvent {}

  /** edit_external_contact: remark or tags of a contact were changed, or an app marked tags. */
  record ContactEdited(String staffUserId, String externalUserId, Instant at)
      implements WeComEvent {}

  /**
   * change_external_tag: corp tags were created, changed, deleted or put in another order. Deleting
   * a group tells nothing about its tags.
   */
  record CorpTagsChanged(String id, String change, Instant at) implements WeComEvent {}

  /**
   * template_card_event (doc 90240): a member pressed a button of a card.
   *
   * @param key of the button
   * @param responseCode changes the card once within 72 hours
   */
  record CardPressed(String staffUserId, String taskId, String key, String responseCode, Instant at)
      implements WeComEvent {}

  /** Anything else; kept in the inbox, without effect on journeys. */
  record Other(String event, @Nullable String changeType, Instant at) implements WeComEvent {}
}
