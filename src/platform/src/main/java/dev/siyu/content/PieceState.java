package dev.siyu.content;

/** Where a version of a piece stands. */
public enum PieceState {
  DRAFT,
  IN_REVIEW,
  APPROVED,
  RETIRED;

  /** The only place that says how a version may move on. */
  boolean canBecome(PieceState next) {
    return switch (this) {
      case DRAFT -> next == IN_REVIEW || next == RETIRED;
      case IN_REVIEW -> next == APPROVED || next == DRAFT;
      case APPROVED -> next == RETIRED;
      case RETIRED -> false;
    };
  }
}
