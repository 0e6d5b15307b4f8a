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
      case QUEUED -> next == SENT || next == DECLINED || next == EXPIRED;
      // Certainly without effect so far: may be asked again.
      case REFUSED, FAILED -> next == PENDING || next == REFUSED;
      case SENT, DECLINED, EXPIRED -> false;
    };
  }

  /** The states that may become {@code next}, as SQL wants them. */
  static String[] before(TouchState next) {
    return Arrays.stream(values())
        .filter(state -> state.canBecome(next))
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
