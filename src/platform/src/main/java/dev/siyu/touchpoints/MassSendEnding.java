package dev.siyu.touchpoints;

/** Every way a mass-send task can end, and what that means for the customers it did not reach. */
sealed interface MassSendEnding {

  /** The member sent it; each customer's result stands in the ledger. */
  record Confirmed() implements MassSendEnding {}

  /** Cancelled and given to another member who has the customer as a contact. */
  record Reassigned() implements MassSendEnding {}

  /** Cancelled because a contact rule forbids it by now, e.g. the customer bought. */
  record Withdrawn(String rule, String reason) implements MassSendEnding {}

  /** Cancelled because nobody confirmed it in time. */
  record TimedOut() implements MassSendEnding {}

  default MassSendState state() {
    return switch (this) {
      case Confirmed ended -> MassSendState.CONFIRMED;
      case Reassigned ended -> MassSendState.REASSIGNED;
      case Withdrawn ended -> MassSendState.WITHDRAWN;
      case TimedOut ended -> MassSendState.TIMED_OUT;
    };
  }
}
