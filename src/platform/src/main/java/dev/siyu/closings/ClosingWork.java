package dev.siyu.closings;

import java.time.Instant;

/** The steps of the journey settlement-month; each may be repeated. {@code month}: YYYY-MM. */
public interface ClosingWork {

  /**
   * @param done whether the step is through
   * @param nextAt when to look again otherwise
   */
  record Looked(boolean done, Instant nextAt) {}

  /** Looks at what is open; done when it may be settled. */
  Looked check(String month, Instant now);

  /** Starts the settlement or tells who stopped it; answers when to look again. */
  Instant settle(String month, Instant now);

  /** Tells the departments that their statements are there; answers when to chase them. */
  Instant send(String month, Instant now);

  /**
   * Reminds, then tells the boss, then goes on without the silent. Not done while the message that
   * all have answered is on its way.
   */
  Looked chase(String month, Instant now);

  /** Closes the books and asks for the signatures. */
  Looked ask(String month, Instant now);

  /** Tells everybody that the month is closed. */
  void conclude(String month, Instant now);
}
