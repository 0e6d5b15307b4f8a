package dev.siyu.engine;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds what is on its way to the engine: the bound shrinks when the engine turns commands down
 * and grows back with every one it takes. While the engine's log is behind, it stays small.
 */
final class Pressure {

  private static final double SHRINK = 0.7;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final int most;
  private double bound;
  private boolean slow;
  private int inFlight;

  Pressure(int most) {
    this.most = most;
    this.bound = most;
  }

  void enter() throws InterruptedException {
    lock.lock();
    try {
      while (inFlight >= bound()) {
        room.await();
      }
      inFlight++;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      inFlight--;
      room.signal();
    } finally {
      lock.unlock();
    }
  }

  void accepted() {
    lock.lock();
    try {
      bound = Math.min(most, bound + 1 / bound);
      room.signal();
    } finally {
      lock.unlock();
    }
  }

  void rejected() {
    lock.lock();
    try {
      bound = Math.max(1, bound * SHRINK);
    } finally {
      lock.unlock();
    }
  }

  /** Whether what the engine did is written out too late to take in more at full speed. */
  void slow(boolean behind) {
    lock.lock();
    try {
      slow = behind;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int inFlight() {
    lock.lock();
    try {
      return inFlight;
    } finally {
      lock.unlock();
    }
  }

  private double bound() {
    return slow ? Math.max(1, Math.min(bound, most / 8.0)) : bound;
  }
}
