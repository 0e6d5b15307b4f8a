package dev.siyu.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the engine and the traffic with it stand.
 *
 * @param jobsInFlight jobs a worker holds at this moment
 * @param messagesInFlight messages on their way to the engine
 * @param rejectionsPerMinute commands the engine turned down because it was busy
 */
public record EngineState(
    Reach reach,
    @Nullable String brokerVersion,
    List<Partition> partitions,
    int jobsInFlight,
    int messagesInFlight,
    long rejectionsPerMinute,
    Outbox outbox) {

  /** Whether the engine answers, and whether we let traffic through. */
  public enum Reach {
    READY,
    PAUSED,
    /** Answers, but a partition has no leader. */
    INCOMPLETE,
    UNREACHABLE
  }

  public record Partition(int id, boolean hasLeader, String health) {}

  /** Messages not published yet; {@code unsure} ones wait for the history to decide. */
  public record Outbox(long waiting, long unsure, long failed, @Nullable Instant oldestAt) {}
}
