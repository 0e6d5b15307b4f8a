package dev.siyu.groups;

import dev.siyu.touchpoints.TouchOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What steps of journeys do with groups. */
public interface GroupWork {

  /**
   * A message to a group.
   *
   * @param occurrence tells a legitimate repetition from a retry: the week
   * @param content key of approved content
   * @param elementInstanceKey the engine's key of the asking step
   */
  record GroupTouch(
      String chatId,
      String journey,
      String step,
      String occurrence,
      String content,
      long elementInstanceKey) {}

  /** The figures of a group's week. */
  record Figures(
      int members, int joined, int departed, int active, int buyers, int orders, long netCents) {}

  /** A group that is not dismissed. */
  record Known(String name, String owner) {}

  /** A way in that works: what customers are shown. */
  record WayIn(String qrCode, List<String> chats) {}

  Optional<Known> find(String chatId);

  /**
   * Applies the rules for groups, claims the message in the ledger and commits, asks the owner to
   * send it, records how that ended. At most one call leaves per key, whatever crashes.
   */
  TouchOutcome post(GroupTouch touch);

  /** Counts and keeps the figures of a week; its Monday. Repeating counts anew. */
  Figures summarize(String chatId, LocalDate week);

  Optional<WayIn> wayIn(String state);

  boolean isIn(String customerId, List<String> chats);
}
