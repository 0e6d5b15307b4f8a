package dev.siyu.time;

import java.time.Instant;
import java.util.Optional;

/**
 * Background work that falls due at a moment of the product's clock. Whoever moves the clock asks
 * for the next moment first, so nothing is jumped over.
 */
public interface DueWork {

  String name();

  /**
   * The earliest moment something is due; a past one such as {@link Instant#EPOCH} means at once.
   * Empty when nothing is planned.
   */
  Optional<Instant> nextDue();

  /** Does everything due at or before {@code now}; must be safe to repeat after a crash. */
  void runDue(Instant now);
}
