package dev.siyu.time;

import java.time.Duration;

/** Something outside this process that must show the same time: the broker, the simulator. */
public interface ClockFollower {

  String name();

  /**
   * Called in bean order, after the app's own clock was set.
   *
   * @param offset ahead of real time, never less than before
   * @throws RuntimeException when it could not be reached; it is asked again until it follows
   */
  void follow(Duration offset);
}
