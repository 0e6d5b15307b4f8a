package dev.siyu.simulator.http;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits in real time that end at once when the simulator stops. */
public final class Pause implements AutoCloseable {

  private final CountDownLatch stopped = new CountDownLatch(1);

  /** True when the simulator stopped meanwhile. */
  public boolean millis(long millis) {
    if (millis <= 0) {
      return stopped.getCount() == 0;
    }
    try {
      return stopped.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
