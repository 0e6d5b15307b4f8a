package dev.siyu.simulator.callbacks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** The deliveries of one subject, in order. {@link Lanes} guards the deliveries. */
final class Lane implements Delayed {

  private final String subject;
  private final Deque<Delivery> deliveries = new ArrayDeque<>();
  private long readyAtNanos;

  Lane(String subject, long delayMillis) {
    this.subject = subject;
    delay(delayMillis);
  }

  String subject() {
    return subject;
  }

  Deque<Delivery> deliveries() {
    return deliveries;
  }

  void delay(long millis) {
    readyAtNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(readyAtNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    return Long.compare(readyAtNanos, ((Lane) other).readyAtNanos);
  }
}
