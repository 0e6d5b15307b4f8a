package dev.siyu.simulator.wecom;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one member is asked to send. {@code results} null: not confirmed yet. */
public record StaffTask(
    String msgId,
    String staffUserId,
    String text,
    List<String> externalUserIds,
    Instant createdAt,
    @Nullable Map<String, Integer> results,
    @Nullable Instant confirmedAt,
    boolean cancelled) {

  public boolean open() {
    return results == null && !cancelled;
  }

  StaffTask confirmed(Map<String, Integer> outcome, Instant at) {
    return new StaffTask(
        msgId, staffUserId, text, externalUserIds, createdAt, outcome, at, cancelled);
  }

  StaffTask withdrawn() {
    return new StaffTask(
        msgId, staffUserId, text, externalUserIds, createdAt, results, confirmedAt, true);
  }
}
