package dev.siyu.drills;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a real process. */
final class Waiting {

  private static final Duration POLL = Duration.ofMillis(100);

  private Waiting() {}

  /** How long it took. */
  static Duration until(String what, Duration limit, BooleanSupplier there) {
    long begin = System.nanoTime();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() - begin > limit.toNanos()) {
        throw new IllegalStateException("not within " + limit + ": " + what);
      }
      pause(POLL);
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Looks until there is something; what it was. */
  static <T> T found(String what, Duration limit, Supplier<Optional<T>> look) {
    long begin = System.nanoTime();
    for (Optional<T> found = look.get(); ; found = look.get()) {
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() - begin > limit.toNanos()) {
        throw new IllegalStateException("not within " + limit + ": " + what);
      }
      pause(POLL);
    }
  }

  static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  /** False also when asking breaks off, e.g. while the asked process is away. */
  static boolean quietly(BooleanSupplier question) {
    try {
      return question.getAsBoolean();
    } catch (RuntimeException e) {
      return false;
    }
  }
}
