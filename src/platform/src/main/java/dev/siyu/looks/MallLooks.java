package dev.siyu.looks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well we and the malls agree, for people, and having one looked at now. */
public interface MallLooks {

  /** Why a look is due. */
  enum Reason {
    /** The app was down, perhaps for longer than a mall repeats its callbacks. */
    START,
    /** The mall did not answer for a while and does again. */
    OUTAGE,
    DAILY,
    PERSON
  }

  /**
   * One look.
   *
   * @param listed what the mall listed
   * @param missing of these, what we had not heard of
   * @param note why it broke off; null: it went through, or is under way while endedAt is null
   */
  record Run(
      Reason reason,
      Instant from,
      Instant until,
      Instant startedAt,
      @Nullable Instant endedAt,
      int listed,
      int missing,
      @Nullable String note) {}

  /**
   * One mall.
   *
   * @param agreedUntil everything the mall lists before this moment is with us; null: never looked
   * @param missingEver found missing in all looks
   * @param runs newest first, at most 10
   */
  record Mall(
      String source,
      @Nullable Instant agreedUntil,
      @Nullable Instant nextAt,
      long missingEver,
      List<Run> runs) {}

  List<Mall> malls();

  /** False when there is no such mall. */
  boolean lookNow(String source);
}
