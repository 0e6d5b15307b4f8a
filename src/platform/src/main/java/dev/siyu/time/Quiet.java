package dev.siyu.time;

/** A part of the product that can say whether it still has something to do at this moment. */
public interface Quiet {

  /** Names the part in log lines and on the clock page. */
  String name();

  /** True when nothing is in flight or due now; cheap, called every few milliseconds. */
  boolean isQuiet();
}
