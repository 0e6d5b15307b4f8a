package dev.siyu.touchpoints;

import java.util.Arrays;

/** Where a mass-send task stands; created is not sent. */
enum MassSendState {
  CREATED,
  REMINDED,
  ESCALATED,
  /** WeCom was asked to cancel it; until its answer is known nothing else is done. */
  CANCELLING,
  CONFIRMED,
  REASSIGNED,
  WITHDRAWN,
  TIMED_OUT;

  /** The only place that says how a mass-send task may move on. */
  boolean canBecome(MassSendState next) {
    return switch (this) {
      case CREATED, REMINDED ->
          switch (next) {
            case REMINDED, ESCALATED, CANCELLING, CONFIRMED -> true;
            case CREATED, REASSIGNED, WITHDRAWN, TIMED_OUT -> false;
          };
      case ESCALATED -> next == CANCELLING || next == CONFIRMED;
      // Whatever it was cancelled for, the member may have been faster.
      case CANCELLING ->
          switch (next) {
            case CONFIRMED, REASSIGNED, WITHDRAWN, TIMED_OUT -> true;
            case CREATED, REMINDED, ESCALATED, CANCELLING -> false;
          };
      case CONFIRMED, REASSIGNED, WITHDRAWN, TIMED_OUT -> false;
    };
  }

  boolean isOpen() {
    return Arrays.stream(values()).anyMatch(this::canBecome);
  }

  /** The states that may become {@code next}, as SQL wants them. */
  static String[] before(MassSendState next) {
    return Arrays.stream(values())
        .filter(state -> state.canBecome(next))
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
