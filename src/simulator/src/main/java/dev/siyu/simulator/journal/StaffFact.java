package dev.siyu.simulator.journal;

import java.time.Instant;
import java.util.List;

/** Facts about members (成员) and the hand-over of their customers (在职继承/离职继承). */
public sealed interface StaffFact extends Fact {

  /** Whether WeCom lets a member work; everybody not named is ACTIVE. */
  enum MemberState {
    ACTIVE,
    BANNED,
    LEFT
  }

  record MemberChanged(String userId, MemberState state) implements StaffFact {}

  /** A member's web view was given a code to log in with; it is good once, until {@code endsAt}. */
  record LoginCodeIssued(String code, String userId, Instant endsAt) implements StaffFact {}

  /** An app asked whose code it is. */
  record LoginCodeUsed(String code) implements StaffFact {}

  /** An administrator made corp tags in the backend; an app may not change these. */
  record TagsMade(String groupId, String groupName, List<TouchFact.Tag> tags)
      implements StaffFact {}

  /**
   * Corp tags were changed by a person; only the event, what changed is another fact.
   *
   * @param change create, update, delete or shuffle
   * @param type tag or tag_group
   */
  record TagsTold(String change, String id, String type) implements StaffFact {}

  /** A member changed what they know of a contact: remark or tags. */
  record ContactEdited(
      String userId, String externalUserId, List<String> added, List<String> removed)
      implements StaffFact {}

  /**
   * A transfer was accepted; it ends by itself.
   *
   * @param resigned whether the member had left (离职继承)
   * @param endsAt when the receiver takes over, or when the customer refuses
   * @param refuses whether the customer will refuse
   */
  record TransferStarted(
      String fromUserId,
      String toUserId,
      String externalUserId,
      boolean resigned,
      Instant endsAt,
      boolean refuses)
      implements StaffFact {}

  /** The receiver has the customer now. */
  record TakenOver(String fromUserId, String toUserId, String externalUserId, boolean resigned)
      implements StaffFact {}

  /** WeCom took the customer away from the one who handed over (DELETE_BY_TRANSFER). */
  record DeletedByTransfer(String fromUserId, String externalUserId) implements StaffFact {}

  /** {@code reason}: customer_refused or customer_limit_exceed. */
  record TransferFailed(String fromUserId, String toUserId, String externalUserId, String reason)
      implements StaffFact {}
}
