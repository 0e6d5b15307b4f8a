package dev.siyu.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Rounds of the bench journey: all customers start, all wait, all are signalled, all end. */
final class Rounds {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Peer peer;
  private final int callers;
  private int round;

  /**
   * @param callers events handed in at once
   */
  Rounds(Peer peer, int callers) {
    this.peer = peer;
    this.callers = callers;
  }

  /** Journeys per second, from the first event to the last end. */
  double next(int customers) throws Exception {
    int number = ++round;
    long endedBefore = peer.ended();
    long begin = System.nanoTime();
    inParallel(customers, n -> peer.start("r" + number + "-" + n));
    await(peer::waiting, customers);
    inParallel(customers, n -> peer.signal("r" + number + "-" + n));
    await(peer::ended, endedBefore + customers);
    return customers * 1e9 / (System.nanoTime() - begin);
  }

  private interface Step {
    void with(int n);
  }

  /** The first failure of a step fails the measurement. */
  private void inParallel(int customers, Step step) throws Exception {
    List<Future<?>> all = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(callers)) {
      for (int n = 0; n < customers; n++) {
        int customer = n;
        all.add(threads.submit(() -> step.with(customer)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private static void await(LongSupplier count, long expected) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long found = count.getAsLong();
    while (found < expected) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "journeys: " + found + " (expected: " + expected + " within " + PATIENCE + ")");
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      found = count.getAsLong();
    }
  }
}
