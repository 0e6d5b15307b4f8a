package dev.siyu.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The switch in front of the engine: while anybody holds it, no job is taken and no message is
 * published (a message that starts a journey would be lost before its drawing is deployed).
 */
public final class EngineTraffic {

  private static final String BY_HAND = "paused";

  private final Set<String> holders = ConcurrentHashMap.newKeySet();

  /** Takes no new work until released under the same name; what is in flight ends as it can. */
  public void hold(String why) {
    holders.add(why);
  }

  public void release(String why) {
    holders.remove(why);
  }

  public void pause() {
    hold(BY_HAND);
  }

  public void resume() {
    release(BY_HAND);
  }

  public boolean isOpen() {
    return holders.isEmpty();
  }
}
