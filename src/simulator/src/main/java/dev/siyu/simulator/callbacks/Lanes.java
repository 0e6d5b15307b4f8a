package dev.siyu.simulator.callbacks;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.DelayQueue;

/** What waits for delivery: one lane a subject, so that a subject's order holds. */
final class Lanes {

  private final Map<String, Lane> lanes = new HashMap<>();
  private final DelayQueue<Lane> ready = new DelayQueue<>();
  private int waiting;

  synchronized void add(String subject, Delivery delivery, long delayMillis) {
    waiting++;
    Lane lane = lanes.get(subject);
    if (lane == null) {
      lane = new Lane(subject, delayMillis);
      lane.deliveries().add(delivery);
      lanes.put(subject, lane);
      ready.add(lane);
    } else {
      lane.deliveries().add(delivery);
    }
  }

  /** Blocks until a lane is ready; the caller owns it until it gives it back. */
  Lane take() throws InterruptedException {
    return ready.take();
  }

  synchronized Delivery head(Lane lane) {
    return lane.deliveries().element();
  }

  /** The head is done; the lane goes on with its next delivery. */
  synchronized void done(Lane lane) {
    lane.deliveries().remove();
    waiting--;
    if (lane.deliveries().isEmpty()) {
      lanes.remove(lane.subject());
    } else {
      lane.delay(0);
      ready.add(lane);
    }
  }

  /** The head stays; the lane is tried again later. */
  synchronized void later(Lane lane, long millis) {
    lane.delay(millis);
    ready.add(lane);
  }

  synchronized int waiting() {
    return waiting;
  }
}
