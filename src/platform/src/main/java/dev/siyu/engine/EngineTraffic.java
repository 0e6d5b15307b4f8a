package dev.siyu.engine;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The switch in front of the engine: while anybody holds it, no job is taken and no message is
 * published (a message that starts a journey would be lost before its drawing is deployed).
 */
public final class EngineTraffic {

  private static final String BY_HAND = "paused";

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition empty = lock.newCondition();
  private final Set<String> holders = new HashSet<>();
  private volatile boolean open = true;
  private int onTheirWay;

  /** Takes no new work until released under the same name; what is in flight ends as it can. */
  public void hold(String why) {
    lock.lock();
    try {
      holders.add(why);
      open = false;
    } finally {
      lock.unlock();
    }
  }

  public void release(String why) {
    lock.lock();
    try {
      holders.remove(why);
      open = holders.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  public void pause() {
    hold(BY_HAND);
  }

  public void resume() {
    release(BY_HAND);
  }

  public boolean isHeldBy(String why) {
    lock.lock();
    try {
      return holders.contains(why);
    } finally {
      lock.unlock();
    }
  }

  public boolean isOpen() {
    return open;
  }

  /** Before a message leaves; false while anybody holds. Every true is followed by a leave. */
  boolean enter() {
    lock.lock();
    try {
      if (!open) {
        return false;
      }
      onTheirWay++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The message has its answer, or certainly gets none. */
  void leave() {
    lock.lock();
    try {
      onTheirWay--;
      if (onTheirWay == 0) {
        empty.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** For who holds: waits until no message is on its way; false when one still is after that. */
  public boolean awaitEmpty(Duration longest) throws InterruptedException {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (onTheirWay > 0 && left > 0) {
        left = empty.awaitNanos(left);
      }
      return onTheirWay == 0;
    } finally {
      lock.unlock();
    }
  }
}
