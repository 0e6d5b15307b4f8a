package dev.siyu.touchpoints;

/** What a touch that was asked for gets from the ledger. */
sealed interface Claim {

  /**
   * The call may be made now, by this asker and nobody else.
   *
   * @param attempt tells this claim's record from that of an older one
   * @param contentVersion the approved version of the content to use; 0 without content
   */
  record Granted(long id, int attempt, int contentVersion) implements Claim {}

  /** No call; this is how it stands. */
  record Told(TouchOutcome outcome) implements Claim {}
}
