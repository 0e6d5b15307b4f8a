package dev.siyu.inbox;

import java.time.Duration;

/** Every way acting on an event can end. */
sealed interface Handling {

  /** Its effect (or that it has none) is committed. */
  record Applied() implements Handling {}

  /** Nothing is committed, and the event is not to blame; again after {@code after}. */
  record Postponed(Duration after, String reason) implements Handling {}

  /** Nothing is committed; again after {@code after}. */
  record Later(Duration after, String reason) implements Handling {}
}
