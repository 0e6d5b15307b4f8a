package dev.siyu.touchpoints;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the ledger knows in sum, and what a person decides where Siyu must not guess. */
public interface Reconciliation {

  /** What a person found out about a touch that got no answer. */
  enum Finding {
    SENT,
    NOT_SENT
  }

  /** A touch of which nobody knows whether it reached the customer. */
  record UnknownTouch(
      long id, TouchKey key, Medium medium, String content, @Nullable String reason, Instant at) {
    public CustomerId customer() {
      return key.customer();
    }
  }

  /** The ledger contradicts itself; {@code what} says how. */
  record Breach(long touchpointId, String what) {}

  /**
   * @param made sent
   * @param failed failed without effect, or expired because nobody confirmed it
   * @param pending claimed and under way
   */
  record Counts(
      long asked,
      long made,
      long queued,
      long refused,
      long declined,
      long failed,
      long unknown,
      long pending) {}

  Counts counts();

  /** How many touches stand refused, by rule. */
  Map<String, Long> refusalsByRule();

  /** Unknown touches with an id above {@code afterId}, oldest first. */
  List<UnknownTouch> unknown(long afterId, int limit);

  /** Ends the doubt about one touch; false when it is not (or no longer) unknown. */
  boolean resolve(long id, Finding finding, String actor, String note);

  /** Empty when the ledger is sound: each row stands as its last event says, nothing is overdue. */
  List<Breach> breaches();
}
