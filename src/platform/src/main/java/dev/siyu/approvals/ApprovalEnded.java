package dev.siyu.approvals;

import java.util.List;

/**
 * A request came to its end. Published once, inside the transaction that ends it.
 *
 * @param hash SHA-256 (hex) of the content that was decided on
 * @param deciders person names in the order of their decisions; empty when the system decided
 * @param reason what the last decider or the rule said; empty when nothing was said
 */
public record ApprovalEnded(
    String id,
    ApprovalKind kind,
    String subject,
    String hash,
    Ending ending,
    List<String> deciders,
    String reason) {

  /** How a request ends. */
  public enum Ending {
    APPROVED,
    /** Within the limits below which nobody needs to be asked. */
    APPROVED_BY_RULE,
    REJECTED,
    /** Nobody decided before the last deadline. */
    EXPIRED,
    /** Taken back, or void because the subject was edited. */
    WITHDRAWN;

    public boolean isApproved() {
      return switch (this) {
        case APPROVED, APPROVED_BY_RULE -> true;
        case REJECTED, EXPIRED, WITHDRAWN -> false;
      };
    }
  }

  public ApprovalEnded {
    deciders = List.copyOf(deciders);
  }
}
