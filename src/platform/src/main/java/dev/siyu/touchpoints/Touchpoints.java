package dev.siyu.touchpoints;

import dev.siyu.calls.CallResult;
import java.util.function.Supplier;

/** The only door through which anything reaches a customer. */
public interface Touchpoints {

  /** What the provider gave back for a touch; {@code queued} when a person must still confirm. */
  record Receipt(String providerId, boolean queued) {}

  /**
   * Applies the contact rules, claims the touch in the ledger and commits, makes the call, records
   * how it ended. At most one call leaves per key, whatever crashes.
   */
  TouchOutcome make(Touch touch, Supplier<CallResult<Receipt>> call);
}
