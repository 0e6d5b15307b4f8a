package dev.siyu.rehearsals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rehearsals of drawings: asking, watching, reading reports. */
public interface Rehearsals {

  /** What a rehearsal can be. */
  enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    /** The app ended while it ran. */
    INTERRUPTED
  }

  /**
   * A drawing to rehearse.
   *
   * @param label what people call it, e.g. "v3" or "draft of ops"
   */
  record Play(String processId, String label, String xml) {}

  /**
   * What the last rehearsal of a drawing said, in numbers.
   *
   * @param touchesHash over all touches in their order; equal for the same scenario and drawing
   * @param coverage arrows of the drawing that were taken, in percent
   * @param overCaps touches above a contact rule or quota; 0 when all is well
   */
  record Summary(
      long id,
      String processId,
      String drawingHash,
      String label,
      Scenario scenario,
      Instant endedAt,
      String touchesHash,
      long customers,
      long touches,
      long refused,
      long orders,
      long paidCents,
      long refundedCents,
      int coverage,
      int neverTaken,
      int deadEnds,
      int incidents,
      int overCaps) {}

  /** One rehearsal in the list. */
  record View(
      long id,
      String processId,
      String drawingHash,
      String label,
      @Nullable Long pair,
      Scenario scenario,
      String scenarioHash,
      State state,
      String askedBy,
      Instant askedAt,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String phase,
      @Nullable Instant playedAt,
      int percent,
      @Nullable String reason,
      @Nullable Summary summary) {}

  /** A customer of a rehearsal. */
  record Guest(String customer, int touches, int refused, int orders, long paidCents) {}

  /** How a customer fared under two drawings. */
  record Difference(String customer, @Nullable Guest one, @Nullable Guest other) {}

  /** Two rehearsals on the same customers; {@code differing} of them fared otherwise. */
  record Comparison(View one, View other, int customers, int differing, List<Difference> first) {}

  /**
   * Puts it into the queue; with {@code against} also that one on the same scenario.
   *
   * @return the id of the first
   * @throws RehearsalRefused when the scenario is wrong, a drawing is another journey's, or the
   *     queue is full
   * @throws dev.siyu.journeys.DrawingRefused when a drawing breaks a rule
   */
  long ask(
      Play play, @Nullable Play against, Scenario scenario, List<Stage.File> files, String who);

  /** Newest first. */
  List<View> list(@Nullable String processId, int limit);

  Optional<View> find(long id);

  /** The whole report as JSON; empty before its end. */
  Optional<String> report(long id);

  Optional<String> drawing(long id);

  List<Guest> guests(long id, @Nullable String search, int limit);

  /** What a customer lived through, JSON. */
  Optional<String> story(long id, String customer);

  /**
   * @throws RehearsalRefused when they did not play the same scenario to its end
   */
  Comparison compare(long one, long other);

  /** False when it has ended. */
  boolean cancel(long id, String who);

  /** The last one of this very drawing, to the byte, that came to its end. */
  Optional<Summary> latest(String xml);
}
