package dev.siyu.attribution;

import dev.siyu.attribution.Split.Share;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Corrections (更正) of an order's shares: an operation of their own, approved by others. */
public interface Corrections {

  /** Where a correction is. */
  enum State {
    ASKED,
    DONE,
    REJECTED
  }

  /**
   * @param id K1, K2, ...
   * @param shares wanted instead of those that hold
   */
  record View(
      String id,
      String source,
      String orderId,
      State state,
      List<Share> shares,
      String reason,
      String askedBy,
      Instant askedAt,
      @Nullable String requestId,
      @Nullable Instant decidedAt,
      List<String> decidedBy,
      @Nullable String note) {}

  /**
   * Newest first, at most 500.
   *
   * @param department only of orders it has a part of, before or after; null: all
   */
  List<View> list(@Nullable String department);

  /**
   * Asks for other shares of an order; answers the correction.
   *
   * @throws AttributionRefused SIYU-8130 when the shares cannot be meant or hold already, SIYU-8131
   *     when one is open for the order, SIYU-8132 when the order is not known, SIYU-8170 while it
   *     is contested
   */
  View ask(String source, String orderId, List<Share> shares, String reason, String actor);

  /** What became of shares that people decided on elsewhere. */
  sealed interface Outcome {}

  record Booked(View correction) implements Outcome {}

  /** Another decision holds by now; nothing is booked, and the approval is not redeemed. */
  record Overtaken() implements Outcome {}

  /** The approval was not valid any more; nothing is booked. */
  record Unredeemed() implements Outcome {}

  /**
   * Books other shares that people decided on elsewhere, e.g. in a dispute. A correction that is
   * still asked for is withdrawn.
   *
   * @param instead number of the decision people looked at
   * @param redeem redeems that approval and answers its id; called at most once, in the transaction
   *     of the booking, when the book is this caller's alone and nothing else keeps it from booking
   * @throws AttributionRefused as {@link #ask}
   */
  Outcome decided(
      String source,
      String orderId,
      int instead,
      List<Share> shares,
      String reason,
      List<String> deciders,
      Supplier<Optional<String>> redeem);
}
