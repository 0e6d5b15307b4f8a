package dev.siyu.why;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every way a step of a journey can stand for one customer. Names are those of the drawing. */
public sealed interface Verdict {

  /**
   * Where a run stands now.
   *
   * @param at what it waits at
   * @param until when that ends by itself at the latest, where it waits for a moment
   */
  record Ahead(String at, @Nullable Instant until) {}

  record UnknownJourney(String journey) implements Verdict {}

  record UnknownStep(String journeyName, String step) implements Verdict {}

  /** The customer was never in this journey; {@code startedBy} would have brought them in. */
  record NotInJourney(String journeyName, @Nullable String startedBy) implements Verdict {}

  /**
   * The customer has it.
   *
   * @param times how often, over all runs
   * @param next where the run stands, when the step may come again
   */
  record Made(Instant at, @Nullable String staff, int times, @Nullable Ahead next)
      implements Verdict {}

  /** Created, but a staff member has not confirmed it. */
  record AwaitsConfirmation(Instant since, @Nullable String staff) implements Verdict {}

  record UnderWay(Instant since) implements Verdict {}

  /** A contact rule said no; with {@code notBefore} it asks again then. */
  record Refused(String rule, @Nullable String reason, Instant at, @Nullable Instant notBefore)
      implements Verdict {}

  /** Asked, allowed, but not made: DECLINED, EXPIRED, FAILED or UNKNOWN. */
  record NotMade(String state, @Nullable String code, @Nullable String reason, Instant at)
      implements Verdict {}

  /** Its turn has not come. */
  record Pending(Ahead ahead) implements Verdict {}

  /** The run is stopped by an incident that a person must resolve. */
  record Stuck(String at, String message) implements Verdict {}

  /** The customer did something before the step's turn came, mostly: bought. */
  record Interrupted(String message, String event, Instant at, @Nullable Ahead next)
      implements Verdict {}

  record Left(Instant at) implements Verdict {}

  /**
   * The run went elsewhere.
   *
   * @param gateway where it turned off, when the drawing names it
   * @param end where the run ended; null while it goes on
   */
  record OtherBranch(@Nullable String gateway, String taken, @Nullable String end, Instant at)
      implements Verdict {}

  record Cancelled(Instant at) implements Verdict {}
}
