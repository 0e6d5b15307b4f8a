package dev.siyu.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How many jobs may be worked on at once: all together, and of those at most two thirds by workers
 * that call the same system, so that one that hangs leaves room for the others.
 */
final class Slots {

  private final Semaphore all;
  private final int share;
  private final Map<String, Semaphore> systems = new ConcurrentHashMap<>();

  Slots(int inFlight) {
    this.all = new Semaphore(inFlight, true);
    this.share = Math.max(1, inFlight * 2 / 3);
  }

  /** The part of one system: workers are grouped by the system they touch, a package each. */
  Part of(Class<?> worker) {
    return of(worker.getPackageName());
  }

  Part of(String system) {
    return new Part(all, systems.computeIfAbsent(system, name -> new Semaphore(share, true)));
  }

  /** Who waits for a system that hangs must not hold what the others need: so that comes last. */
  record Part(Semaphore all, Semaphore system) {

    void acquire() throws InterruptedException {
      system.acquire();
      try {
        all.acquire();
      } catch (InterruptedException e) {
        system.release();
        throw e;
      }
    }

    void release() {
      all.release();
      system.release();
    }
  }
}
