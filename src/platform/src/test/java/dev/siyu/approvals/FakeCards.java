package dev.siyu.approvals;

import dev.siyu.tasks.StaffCardLane;
import dev.siyu.wecom.StaffCards.Card;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every member's cards show. */
final class FakeCards implements StaffCardLane {

  /** By task id. */
  final Map<String, Card> faces = new LinkedHashMap<>();

  final Map<String, String> holders = new LinkedHashMap<>();

  @Override
  public void show(String staffUserId, Card card) {
    if (holders.putIfAbsent(card.taskId(), staffUserId) == null) {
      faces.put(card.taskId(), card);
    }
  }

  @Override
  public void change(Card card, boolean over) {
    faces.replace(card.taskId(), card);
  }

  @Override
  public boolean heard(String taskId, String responseCode) {
    return faces.containsKey(taskId);
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
