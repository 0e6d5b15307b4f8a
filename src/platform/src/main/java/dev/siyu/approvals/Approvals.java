package dev.siyu.approvals;

import java.util.Optional;

/** The way to people's decisions. Every call takes part in the caller's transaction. */
public interface Approvals {

  /**
   * Asks, and starts the journey of the kind. Answers the request's id ({@code A<number>}); with
   * the same subject and content open already, that one's. Another content of an open subject
   * withdraws the open request: an edit voids the decision.
   */
  String ask(ApprovalRequest request);

  /** Takes an open request back; false when there is none. */
  boolean withdraw(ApprovalKind kind, String subject, String reason, String actor);

  /**
   * The last gate, when what was approved takes effect: uses the approval up.
   *
   * @param content what is about to take effect; its hash must be the approved one
   * @return the id of the request; empty when not approved, approved with other content, expired
   *     ({@code siyu.approvals.valid}), or used before
   */
  Optional<String> redeem(ApprovalKind kind, String subject, String content);
}
