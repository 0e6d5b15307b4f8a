package dev.siyu.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How long to wait before trying again: doubled each time, spread so that not all come at once.
 * Closing ends every wait.
 */
final class Pauses implements AutoCloseable {

  private final EngineSettings.BackOff settings;
  private final CountDownLatch closed = new CountDownLatch(1);

  Pauses(EngineSettings.BackOff settings) {
    this.settings = settings;
  }

  /**
   * @param tries how many were in vain, 1 or more
   */
  Duration after(int tries) {
    long longest = settings.longest().toNanos();
    long doubled = Math.min(longest, settings.first().toNanos() << Math.min(tries - 1, 20));
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(doubled / 2, doubled + 1));
  }

  void await(int tries) throws InterruptedException {
    await(after(tries));
  }

  /** Waits; true when closed meanwhile. */
  boolean await(Duration pause) throws InterruptedException {
    return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
