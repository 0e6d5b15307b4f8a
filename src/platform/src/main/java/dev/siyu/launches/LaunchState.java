package dev.siyu.launches;

import java.util.Arrays;

/** Where a launch stands. Changes are guarded in LaunchTable. */
public enum LaunchState {
  /** Waits for people. */
  ASKED,
  /** Waits for its moment. */
  APPROVED,
  /** Takes effect right now; tried again after a crash. */
  PLACING,
  /** Runs for a part of the customers and is watched. */
  CANARY,
  /** Becomes the version for everybody right now; tried again after a crash. */
  WIDENING,
  /** To be stopped, and may be live for everybody: the version before is brought back first. */
  STOPPING,
  /** The version that everybody starts. */
  ALL,
  /**
   * Taken from everybody again: by the guard, by a person, or because the version is impossible.
   */
  STOPPED,
  REFUSED,
  WITHDRAWN,
  /** Nobody decided in time, or what was approved is no longer what would take effect. */
  EXPIRED;

  public boolean isOpen() {
    return switch (this) {
      case ASKED, APPROVED, PLACING, CANARY, WIDENING, STOPPING -> true;
      case ALL, STOPPED, REFUSED, WITHDRAWN, EXPIRED -> false;
    };
  }

  static String[] open() {
    return Arrays.stream(values())
        .filter(LaunchState::isOpen)
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
