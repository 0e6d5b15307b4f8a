package dev.siyu.groups;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a message to a group; the one place that says which state may follow which.
 *
 * @param before states it may follow
 * @param look when it is looked at next
 */
record GroupEnding(
    String state,
    List<String> before,
    @Nullable String rule,
    @Nullable String reason,
    @Nullable String providerId,
    @Nullable String said,
    @Nullable Instant look) {

  private static final List<String> CLAIMED = List.of("PENDING");
  private static final List<String> WAITING = List.of("QUEUED");

  static GroupEnding queued(String msgId, String said, Instant look) {
    return new GroupEnding("QUEUED", CLAIMED, null, null, msgId, said, look);
  }

  static GroupEnding declined(String code, String reason) {
    return new GroupEnding(
        "DECLINED", List.of("PENDING", "QUEUED"), code, reason, null, null, null);
  }

  static GroupEnding failed(String code, String reason) {
    return new GroupEnding("FAILED", CLAIMED, code, reason, null, null, null);
  }

  static GroupEnding unknown(String code, String reason) {
    return new GroupEnding("UNKNOWN", CLAIMED, code, reason, null, null, null);
  }

  static GroupEnding sent() {
    return new GroupEnding("SENT", WAITING, null, null, null, null, null);
  }

  static GroupEnding expired(String reason) {
    return new GroupEnding("EXPIRED", WAITING, "timeout", reason, null, null, null);
  }
}
