package dev.siyu.layers;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Membership in the core circle (核心圈): by invitation only, reviewed every quarter. Every call may
 * be repeated: the second time changes nothing and answers the same.
 */
public interface CoreCircle {

  /** What a review found. */
  enum Verdict {
    KEEP,
    /** Below the line for the first time: one quarter of grace. */
    WARN,
    DEMOTE,
    /** No member any more; nothing was reviewed. */
    GONE
  }

  /**
   * How large the circle may grow.
   *
   * @param places members a staff group may have for each {@code groupSize} customers
   * @param perOperator members one operator cares for at most
   * @param operators user id of each operator -> beginnings of the zones they are for
   */
  record Capacity(
      int places, int groupSize, int perOperator, Map<String, List<String>> operators) {}

  Capacity capacity();

  /**
   * Takes an invited customer in: stage, tag, quarterly review. False when the invitation was
   * withdrawn meanwhile.
   *
   * @param entry names the invitation, from the message that started the journey
   */
  boolean admit(CustomerId customer, String entry, Instant at);

  /** The invitation ends without an answer; another one follows after a pause at the earliest. */
  void unanswered(CustomerId customer, String entry, Instant at);

  /**
   * Compares a member with the layer their facts give them, and demotes them when it is time.
   *
   * @param reviewKey the engine's key of the asking step, the same when its job is repeated
   */
  Verdict review(CustomerId customer, String entry, long reviewKey, Instant at);

  /** A person takes an invitation or membership back; false when there is none. */
  boolean remove(CustomerId customer, String note, String actor);
}
