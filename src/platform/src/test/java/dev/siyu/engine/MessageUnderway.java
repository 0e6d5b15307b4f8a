package dev.siyu.engine;

/** A message that has left for the engine and has no answer yet, for tests of other rooms. */
public final class MessageUnderway implements AutoCloseable {

  private final EngineTraffic traffic;

  public MessageUnderway(EngineTraffic traffic) {
    this.traffic = traffic;
    if (!traffic.enter()) {
      throw new AssertionError("traffic is held");
    }
  }

  @Override
  public void close() {
    traffic.leave();
  }
}
