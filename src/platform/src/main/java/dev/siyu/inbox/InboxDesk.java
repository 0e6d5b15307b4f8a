package dev.siyu.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people see of the inbox, and the one thing they can do: have an event tried again. */
public interface InboxDesk {

  /** An event as the console lists it; {@code note} says why it waits or failed. */
  record Item(
      long id,
      InboundEvent.Source source,
      String type,
      String subject,
      String state,
      int attempts,
      @Nullable String note,
      Instant occurredAt,
      Instant receivedAt) {}

  record Counts(
      long waiting,
      long failed,
      long done,
      long conflicts,
      @Nullable Instant lastReceivedAt,
      @Nullable Instant oldestWaitingAt) {}

  Counts counts();

  /**
   * Events in a state (NEW, DONE, FAILED), newest first.
   *
   * @param before id to go on after, or null for the first page
   * @param limit 1 to 500
   */
  List<Item> list(String state, @Nullable Long before, int limit);

  /** Puts a failed event back into the queue; false when it is not failed (any more). */
  boolean retry(long id);
}
