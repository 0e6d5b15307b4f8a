package dev.siyu.handovers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do with hand-overs. */
public interface HandOvers {

  /** Where a hand-over stands. */
  enum State {
    OPEN,
    /** The account is banned: a person must remove the member at WeCom and set it LEFT here. */
    BLOCKED,
    ENDED
  }

  /** How many customers are where; the sum is {@code total}. */
  record Numbers(
      int total,
      int planned,
      int waiting,
      int takenOver,
      int refused,
      int receiverOut,
      int failed) {}

  record View(
      String id,
      String fromUserId,
      List<String> receivers,
      boolean resigned,
      State state,
      String reason,
      String startedBy,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String note,
      Numbers numbers,
      int forPeople) {}

  /** A customer that did not go over and nobody has dealt with yet. */
  record Leftover(
      String customerId,
      String customerName,
      String state,
      @Nullable String toUserId,
      @Nullable String code,
      Instant changedAt) {}

  /** The newest first. */
  List<View> all();

  Optional<View> find(String id);

  /** Up to {@code limit} customers of the list for people. */
  List<Leftover> leftovers(String id, int limit);

  /**
   * Starts the journey that hands all customers of an account over.
   *
   * @param receivers accounts that may take over; empty: all that serve
   * @return its id
   */
  String begin(String fromUserId, List<String> receivers, String reason, String who);

  /** A person has dealt with a customer of the list; false when it is not on it (any more). */
  boolean settle(String id, String customerId, String note, String who);
}
