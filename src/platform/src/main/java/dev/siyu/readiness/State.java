package dev.siyu.readiness;

/** Where an assessment stands. Every version ends in one of the last seven and stays. */
public enum State {
  FILLING,
  /** Submitted; the conclusion is being worked out. */
  FILLED,
  /** Waits for the departments and the boss. */
  ASKED,
  GO,
  CONDITIONS,
  STOP,
  REJECTED,
  EXPIRED,
  NOT_FILLED,
  WITHDRAWN;

  public boolean isOver() {
    return switch (this) {
      case FILLING, FILLED, ASKED -> false;
      case GO, CONDITIONS, STOP, REJECTED, EXPIRED, NOT_FILLED, WITHDRAWN -> true;
    };
  }
}
