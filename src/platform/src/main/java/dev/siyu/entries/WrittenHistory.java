package dev.siyu.entries;

import java.time.Instant;

/** How far the history shows what the engine did; a quiet engine is given something to write. */
public interface WrittenHistory {

  /**
   * True when the history is written past everything a command sent at {@code at} can have done.
   * While it is not, every partition is given something to write.
   *
   * @param key of what asks, e.g. {@code chosen:} and the key of the run
   */
  boolean isPast(String key, Instant at);

  /**
   * True when all partitions were written within the last minute. While they were not, each is
   * given something to write, once a minute.
   *
   * @param partitions how many the engine has
   */
  boolean isCurrent(int partitions);
}
