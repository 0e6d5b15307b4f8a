package dev.siyu.history;

import java.time.Instant;
import java.util.List;

/** How far the engine's log has been written to PostgreSQL. */
public interface ExporterProgress {

  /**
   * One entry for each partition of the current incarnation, by partition id; empty before the
   * first export.
   */
  List<Partition> partitions();

  /**
   * @param position log position up to which everything is committed
   * @param updatedAt engine time of the record at that position
   */
  record Partition(int partitionId, long position, Instant updatedAt) {}

  /**
   * Whether a deployed drawing has come to the whole engine: it answers when one partition has it,
   * the others follow a moment later and start the one before until then.
   *
   * @param partitions how many the engine has; one that the history has not heard of counts, too
   * @return true when that many have logged the definition; in quarantine it is logged as well
   */
  boolean isEverywhere(long definitionKey, int partitions);

  /** Rows in quarantine; more than zero means a person should look (SIYU-6005). */
  long quarantined();
}
