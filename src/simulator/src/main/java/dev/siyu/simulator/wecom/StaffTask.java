package dev.siyu.simulator.wecom;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one member is asked to send.
 *
 * @param group whether the receivers are groups
 * @param statuses one for each customer, in the same order; null: not confirmed yet
 */
public record StaffTask(
    String msgId,
    String staffUserId,
    String text,
    List<String> externalUserIds,
    boolean group,
    Instant createdAt,
    @Nullable List<Integer> statuses,
    @Nullable Instant confirmedAt,
    boolean cancelled) {

  public boolean open() {
    return statuses == null && !cancelled;
  }

  /** 0 unsent, 1 sent, 2 not a friend, 3 limit reached. */
  int status(int index) {
    return statuses == null ? 0 : statuses.get(index);
  }

  StaffTask confirmed(List<Integer> outcome, Instant at) {
    return new StaffTask(
        msgId, staffUserId, text, externalUserIds, group, createdAt, outcome, at, cancelled);
  }

  StaffTask withdrawn() {
    return new StaffTask(
        msgId, staffUserId, text, externalUserIds, group, createdAt, statuses, confirmedAt, true);
  }
}
