package dev.siyu.selections;

import java.util.List;

/** Where a round of the selection stands. */
public enum RoundState {
  CHOOSING,
  /** Every check is passed; the sign-off is about to be asked for. */
  SUBMITTED,
  ASKED,
  /** Signed; waits for its day. */
  APPROVED,
  IN_EFFECT,
  /** Its figures are counted; people decide what stays. */
  REVIEWING,
  REVIEWED,
  NOT_CHOSEN,
  REJECTED,
  EXPIRED,
  /** Signed, but what was signed had changed or was used up when its day came. */
  NOT_APPLIED,
  WITHDRAWN;

  /** Still being worked on before the sign-off. */
  static final List<RoundState> OPEN = List.of(CHOOSING, SUBMITTED, ASKED);

  /** May still be called off: nothing has taken effect. */
  static final List<RoundState> BEFORE_EFFECT = List.of(CHOOSING, SUBMITTED, ASKED, APPROVED);
}
