package dev.siyu.time;

/** A part of the product that can say whether it still has something to do at this moment. */
public interface Quiet {

  /** Names the part in log lines and on the clock page. */
  String name();

  /** True when nothing is in flight or due now; cheap, called every few milliseconds. */
  boolean isQuiet();

  /**
   * Counts what has come to this part so far. The same number before and after a look at all parts
   * says that nothing passed through this one meanwhile, unseen, on its way to one looked at
   * before.
   */
  long passed();

  /** Whether a look asks another process; then it is asked after those that know by themselves. */
  default boolean asksAnother() {
    return false;
  }
}
