package dev.siyu.engine;

/**
 * The switch in front of the engine: while it is closed, no job is taken and no message published.
 * Whoever restarts the broker keeps it closed until the broker's clock is right again.
 */
public final class EngineTraffic {

  private volatile boolean open = true;

  /** Takes no new work; what is in flight ends as it can. */
  public void pause() {
    open = false;
  }

  public void resume() {
    open = true;
  }

  public boolean isOpen() {
    return open;
  }
}
