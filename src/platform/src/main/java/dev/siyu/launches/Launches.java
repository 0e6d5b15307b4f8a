package dev.siyu.launches;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk where versions of journeys are brought live. */
public interface Launches {

  /** Who starts the new version first. */
  enum Audience {
    ALL,
    /** A share of everybody, by a stable hash of the customer. */
    PERCENT,
    /** A share of those who wear a tag. */
    TAG
  }

  /**
   * What is wanted.
   *
   * @param percent of the audience, 1 to 90; 100 for ALL
   * @param thenAll whether everybody may follow without asking again
   * @param startsAt null: as soon as it is approved
   * @param quietDays days in the shop's zone on which nothing takes effect and nobody is added
   */
  record Wish(
      String xml,
      String comment,
      Audience audience,
      int percent,
      @Nullable String tag,
      boolean thenAll,
      @Nullable Instant startsAt,
      List<LocalDate> quietDays) {

    public Wish {
      quietDays = quietDays.stream().distinct().sorted().toList();
    }
  }

  /**
   * A launch.
   *
   * @param fingerprint SHA-256 over the drawing and the forms it names
   * @param people customers it may reach, for the limits
   * @param version in the engine; null before it was placed
   * @param baseVersion what everybody else starts meanwhile
   */
  record Launch(
      long id,
      String processId,
      LaunchState state,
      Wish wish,
      String fingerprint,
      long people,
      String askedBy,
      Instant askedAt,
      @Nullable String approvalId,
      @Nullable Integer version,
      @Nullable Long definitionKey,
      @Nullable Integer baseVersion,
      @Nullable String baseChecksum,
      @Nullable Instant canarySince,
      @Nullable Instant lookedAt,
      @Nullable Instant endedAt) {}

  /** What happened to a launch, in both languages. */
  record Event(Instant at, String what, String actor, String zh, String en) {}

  /** One comparison of the two groups. */
  record Measure(
      String name,
      long canary,
      long canaryOf,
      long control,
      long controlOf,
      double evidence,
      double threshold) {}

  /**
   * How the canary does so far, or did at its end.
   *
   * @param compared outcomes of the smaller group that are compared
   * @param needed as many must be compared before anything is said
   */
  record Figures(
      long canaryEntered,
      long controlEntered,
      long compared,
      long needed,
      boolean enough,
      List<Measure> measures) {}

  record Whole(Launch launch, List<Event> events, Figures figures) {}

  /**
   * Newest first, at most 200, without their drawings ({@code xml} is empty); all journeys when
   * {@code processId} is null.
   */
  List<Launch> list(@Nullable String processId);

  Optional<Whole> find(long id);

  /** Customers a wish may reach, if everybody follows all of them. */
  long people(Audience audience, int percent, @Nullable String tag, boolean thenAll);

  /**
   * Asks for a launch.
   *
   * @throws LaunchRefused when the wish is out of bounds or a launch of the journey is open
   * @throws dev.siyu.journeys.DrawingRefused when the drawing breaks a rule
   */
  long ask(Wish wish, String actor);

  /** Changes what is asked for or approved; the approval is void, people are asked again. */
  void edit(long id, Wish wish, String actor);

  void withdraw(long id, String reason, String actor);

  /**
   * Everybody follows.
   *
   * @param reason needed while the guard has not seen enough
   */
  void widen(long id, @Nullable String reason, String actor);

  /**
   * Nobody starts it any more; who is in it goes on until moved or ended. Also while it takes
   * effect, for a part or for all; one that goes to all is STOPPING until the version before is
   * known to be back.
   *
   * @throws LaunchRefused when it is for all by now, or has ended
   */
  void stop(long id, String reason, String actor);
}
