package dev.siyu.simulator.wecom;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts per name in fixed windows of the simulated clock. */
final class Windows {

  private record Window(long number, int taken) {}

  private final Map<String, Window> windows = new HashMap<>();
  private final int seconds;
  private final int most;

  Windows(int seconds, int most) {
    this.seconds = seconds;
    this.most = most;
  }

  /** False when the window is full. */
  synchronized boolean take(String name, Instant at) {
    long number = Math.floorDiv(at.getEpochSecond(), seconds);
    Window window = windows.get(name);
    int taken = window == null || window.number() != number ? 0 : window.taken();
    if (taken >= most) {
      return false;
    }
    windows.put(name, new Window(number, taken + 1));
    return true;
  }
}
