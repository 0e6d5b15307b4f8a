package dev.siyu.web;

import dev.siyu.engine.EngineState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How everything stands that Siyu needs to run. */
record Health(
    Engine engine,
    List<Connector> connectors,
    Database database,
    Inbox inbox,
    Outbox outbox,
    Disk disk,
    Books books) {

  record Engine(
      EngineState.Reach state,
      @Nullable String brokerVersion,
      List<Partition> partitions,
      int inFlight,
      long rejectionsPerMinute,
      long quarantined) {}

  /**
   * @param exportedUntil engine time of the last record in PostgreSQL
   */
  record Partition(int id, String role, String health, @Nullable Instant exportedUntil) {}

  /** State is OK, FAILING (the last call failed) or IDLE (no call yet). */
  record Connector(
      String name,
      String state,
      @Nullable Instant lastSuccessAt,
      @Nullable Instant lastErrorAt,
      @Nullable String lastError) {}

  record Database(String state, @Nullable Long sizeBytes) {}

  record Inbox(long waiting, long failed, long conflicts, @Nullable Long oldestSeconds) {}

  record Outbox(long waiting, long unsure, long failed, @Nullable Long oldestSeconds) {}

  record Disk(long freeBytes) {}

  /**
   * The ledger's invariants.
   *
   * @param broken names of those that do not hold
   * @param checkedAt null while they were never looked at
   */
  record Books(List<String> broken, @Nullable Instant checkedAt) {}
}
