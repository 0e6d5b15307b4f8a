package dev.siyu.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Something that decides which accounts serve has changed; published after the commit, on the
 * thread that changed it.
 *
 * @param status what the account became; null when its status did not change
 */
public record AccountsChanged(String userId, Cause cause, Account.@Nullable Status status) {

  /** Adds come by the thousand, the rest by the dozen. */
  public enum Cause {
    ADDED,
    DECIDED
  }
}
