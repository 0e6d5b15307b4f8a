package dev.siyu.moves;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk where running customers are moved or ended. */
public interface Moves {

  /** In a mapping: the run ends there, for the reason of the move. */
  String END = "!end";

  /**
   * An element somebody stands at.
   *
   * @param runs how many are there now
   * @param target the same id in the other version; null when it is not there or not possible
   * @param impossible why runs there cannot be moved; null when they can
   */
  record Place(
      String elementId,
      String name,
      String type,
      long runs,
      @Nullable String target,
      @Nullable Said impossible) {}

  /** One sentence in both languages. */
  record Said(String zh, String en) {}

  /** An element runs may be moved to. */
  record Target(String elementId, String name, String type) {}

  record Preview(List<Place> places, List<Target> targets) {}

  /** Counts of runs by where they are in the move. */
  record Progress(long todo, long underway, long moved, long ended, long over, long left) {}

  /**
   * A move or an ending.
   *
   * @param kind MOVE or END
   * @param state RUNNING, HELD or DONE
   */
  record Run(
      long id,
      String kind,
      String processId,
      @Nullable Integer fromVersion,
      @Nullable Integer toVersion,
      Map<String, String> mapping,
      String reason,
      String state,
      String askedBy,
      Instant askedAt,
      @Nullable Instant endedAt,
      Progress progress) {}

  /** A run that stayed, and why. */
  record Left(
      long instanceKey, @Nullable String customerId, List<String> at, String zh, String en) {}

  /** Where a run came from and went to. */
  record Link(@Nullable Long before, @Nullable Long after) {}

  Preview preview(String processId, int from, int to);

  /**
   * Begins to move everybody who is in a version now.
   *
   * @param mapping element then, or {@link #END}, by element now
   * @throws MoveRefused when a place is not mapped or a mapping is impossible, or a move is open
   */
  long move(
      String processId, int from, int to, Map<String, String> mapping, String reason, String actor);

  /**
   * Begins to end all customers who are inside; runs about no customer go on.
   *
   * @param version null for all versions
   * @throws MoveRefused when no customer is inside, or a move is open
   */
  long end(String processId, @Nullable Integer version, String reason, String actor);

  /** Begins with nobody else; what is underway is finished. False when it is not running. */
  boolean hold(long id, String actor);

  boolean go(long id, String actor);

  List<Run> list(String processId);

  Optional<Run> find(long id);

  /** Those who could not be moved, at most 500. */
  List<Left> left(long id);

  Link link(long instanceKey);
}
