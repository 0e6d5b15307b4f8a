package dev.siyu.journeys;

import dev.siyu.engine.EngineTraffic;
import dev.siyu.journeys.DeploymentTable.Row;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the live drawing the one that everybody starts again, on every partition. */
@Component
final class BackOnTop {

  private static final Logger log = LoggerFactory.getLogger(BackOnTop.class);
  private static final Duration AGAIN = Duration.ofMillis(500);

  /** Rounds between two warnings. */
  private static final int TOLD_EVERY = 20;

  /** Rounds for what may be everywhere already, and is asked for again when it is not. */
  private static final int BRIEF = 10;

  private final Delivery delivery;
  private final DeploymentTable table;
  private final EngineTraffic traffic;

  BackOnTop(Delivery delivery, DeploymentTable table, EngineTraffic traffic) {
    this.delivery = delivery;
    this.table = table;
    this.traffic = traffic;
  }

  /**
   * Releases the hold when every partition starts the live drawing; nothing may start before, so it
   * does not give up.
   *
   * @param placed what lies under it and must have arrived everywhere, too; null when nothing was
   *     taken
   */
  void untilEverywhere(String processId, @Nullable Row placed, String hold) {
    @Nullable Row again = null;
    for (int round = 1; ; round++) {
      try {
        again = onTop(processId, again);
        if (isEverywhere(placed) && isEverywhere(again)) {
          traffic.release(hold);
          return;
        }
        if (round % TOLD_EVERY == 0) {
          log.warn(
              "SIYU-8083 version {} of {} is not on every partition after {}; nothing starts"
                  + " before, look at the lag of the history",
              again.version(),
              processId,
              AGAIN.multipliedBy(round));
        }
      } catch (RuntimeException e) {
        log.warn(
            "SIYU-8083 the live drawing of {} is brought back in {}; nothing starts before",
            processId,
            AGAIN,
            e);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException(
            "SIYU-8083 interrupted; the next start brings the live drawing back");
      }
      LockSupport.parkNanos(AGAIN.toNanos());
    }
  }

  /**
   * Holds traffic for some seconds at most. Safe to repeat until it returns.
   *
   * @throws IllegalStateException when not every partition has it by then (SIYU-8086)
   * @throws dev.siyu.engine.EngineRefused when the engine does not answer
   */
  void briefly(String processId) {
    var hold = "the live drawing of " + processId;
    traffic.hold(hold);
    try {
      var again = onTop(processId, null);
      for (int round = 0; !isEverywhere(again); round++) {
        if (round == BRIEF || Thread.currentThread().isInterrupted()) {
          throw new IllegalStateException(
              "SIYU-8086 version %d of %s is on top again, but not on every partition yet"
                  .formatted(again.version(), processId));
        }
        LockSupport.parkNanos(AGAIN.toNanos());
      }
    } finally {
      traffic.release(hold);
    }
  }

  /** What a person deployed meanwhile is the live one now. */
  private Row onTop(String processId, @Nullable Row again) {
    var live = table.latest(processId).orElseThrow();
    if (live.equals(again)) {
      return live;
    }
    var taken = delivery.deploy(processId, live.xml(), live.source(), live.actor());
    if (!taken.equals(live)) {
      table.add(taken, null);
    }
    return taken;
  }

  private boolean isEverywhere(@Nullable Row row) {
    return row == null || delivery.isEverywhere(row.definitionKey());
  }
}
