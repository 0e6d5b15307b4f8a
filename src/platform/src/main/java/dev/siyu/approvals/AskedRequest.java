package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalEnded.Ending;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored request.
 *
 * @param requesterId person.id of whoever asked; null: Siyu itself
 * @param ending null while it is open
 */
record AskedRequest(
    long id,
    ApprovalRequest request,
    String hash,
    @Nullable Long requesterId,
    Instant askedAt,
    @Nullable Ending ending,
    @Nullable Instant endedAt,
    List<String> deciders,
    String reason) {

  String name() {
    return "A" + id;
  }

  /** Whether the person asked, under whatever name. */
  boolean isBy(Human person) {
    return requesterId != null && requesterId == person.id();
  }

  boolean isOpen() {
    return ending == null;
  }

  /** The number in {@code A<number>}; -1 for anything else. */
  static long number(String name) {
    return name.matches("A[0-9]{1,18}") ? Long.parseLong(name.substring(1)) : -1;
  }
}
