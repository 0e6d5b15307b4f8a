package dev.siyu.touchpoints;

import dev.siyu.calls.CallResult;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The only door through which anything reaches a customer. */
public interface Touchpoints {

  /**
   * What the provider gave back for a touch.
   *
   * @param queued true when a person must still confirm it
   * @param said the text as the customer reads it; needed to give a queued mass send to another
   *     staff member
   */
  record Receipt(String providerId, boolean queued, @Nullable String said) {
    public Receipt(String providerId, boolean queued) {
      this(providerId, queued, null);
    }
  }

  /**
   * Applies the contact rules, claims the touch in the ledger and commits, makes the call, records
   * how it ended. At most one call leaves per key, whatever crashes.
   */
  TouchOutcome make(Touch touch, Supplier<CallResult<Receipt>> call);

  /**
   * As {@link #make(Touch, Supplier)}; the call is told the version of the content that was
   * approved when the touch was claimed (0: none), which the ledger keeps: say exactly that one.
   */
  default TouchOutcome make(Touch touch, IntFunction<CallResult<Receipt>> call) {
    return make(touch, () -> call.apply(0));
  }
}
