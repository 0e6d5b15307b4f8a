package dev.siyu.approvals;

import dev.siyu.tasks.StaffCardLane;
import dev.siyu.wecom.StaffCards.Card;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every member's cards show. */
final class FakeCards implements StaffCardLane {

  /** By task id. */
  final Map<String, Card> faces = new LinkedHashMap<>();

  final Map<String, String> holders = new LinkedHashMap<>();

  /** Given: a card is locked until the end of the transaction, as its row is. */
  @Nullable JdbcClient locks;

  @Override
  public void show(String staffUserId, Card card) {
    if (holders.putIfAbsent(card.taskId(), staffUserId) == null) {
      faces.put(card.taskId(), card);
    }
  }

  @Override
  public void change(Card card, boolean over) {
    lock(card.taskId());
    faces.replace(card.taskId(), card);
  }

  @Override
  public boolean heard(String taskId, String responseCode) {
    lock(taskId);
    return faces.containsKey(taskId);
  }

  private void lock(String taskId) {
    if (locks != null) {
      locks
          .sql("SELECT pg_advisory_xact_lock(hashtextextended(:task, 0))")
          .param("task", taskId)
          .query((row, n) -> true)
          .single();
    }
  }

  /** A member's newest card. */
  Card of(String staffUserId) {
    return all(staffUserId).getLast();
  }

  List<Card> all(String staffUserId) {
    return faces.values().stream()
        .filter(card -> staffUserId.equals(holders.get(card.taskId())))
        .toList();
  }
}
