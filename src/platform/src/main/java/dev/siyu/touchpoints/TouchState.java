package dev.siyu.touchpoints;

import java.util.Arrays;

/** Where a row of the ledger stands; see the comment on {@code touchpoint.state}. */
enum TouchState {
  PENDING,
  SENT,
  QUEUED,
  REFUSED,
  DECLINED,
  EXPIRED,
  FAILED,
  UNKNOWN;

  /** The only place that says how a touch may move on. */
  boolean canBecome(TouchState next) {
    return switch (this) {
      case PENDING ->
          switch (next) {
            case SENT, QUEUED, DECLINED, FAILED, UNKNOWN -> true;
            case PENDING, REFUSED, EXPIRED -> false;
          };
      // A late answer or a person ends the doubt.
      case UNKNOWN ->
          switch (next) {
            case SENT, QUEUED, DECLINED, FAILED -> true;
            case PENDING, REFUSED, EXPIRED, UNKNOWN -> false;
          };
      // Withdrawn by a rule, or claimed again for another member; a step that asks changes nothing.
      case QUEUED ->
          switch (next) {
            case SENT, DECLINED, EXPIRED, REFUSED, PENDING -> true;
            case QUEUED, FAILED, UNKNOWN -> false;
          };
      // Certainly without effect so far: may be asked again.
      case REFUSED, FAILED -> next == PENDING || next == REFUSED;
      case SENT, DECLINED, EXPIRED -> false;
    };
  }

  /** The states from which a step that asks may lead to {@code next}, as SQL wants them. */
  static String[] askable(TouchState next) {
    return Arrays.stream(values())
        .filter(state -> state != QUEUED && state.canBecome(next))
        .map(Enum::name)
        .toArray(String[]::new);
  }

  /** The states that may become {@code next}, as SQL wants them. */
  static String[] before(TouchState next) {
    return Arrays.stream(values())
        .filter(state -> state.canBecome(next))
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
