package dev.siyu.simulator.journal;

import java.time.Instant;

/** Facts about the simulator itself. */
public sealed interface WorldFact extends Fact {

  /** First line of a journal; {@code incarnation} makes event ids unique over journals. */
  record JournalOpened(String incarnation) implements WorldFact {}

  record ClockSet(long offsetMillis) implements WorldFact {}

  /** A token for one of the two secrets ({@code contact} or {@code app}). */
  record TokenIssued(String token, String secret, Instant expiresAt) implements WorldFact {}

  /** A callback is off the list: accepted by the app, or given up ({@code delivered} false). */
  record CallbackDone(String id, boolean delivered, int pushes) implements WorldFact {}
}
