package dev.siyu.simulator.phone;

import dev.siyu.simulator.journal.GroupFact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.phone.Bubble.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the phones of a group's customers show. Guarded by the journal's lock. */
final class GroupPhones {

  /** Puts a bubble on a customer's phone. */
  @FunctionalInterface
  interface Show {
    void bubble(String customer, Moment moment, Kind kind, String who, String text);
  }

  private final Map<String, Set<String>> customers = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> welcomes = new LinkedHashMap<>();
  private final Show show;

  GroupPhones(Show show) {
    this.show = show;
  }

  boolean knows(String chatId) {
    return names.containsKey(chatId);
  }

  /** Everybody in the group reads it. */
  void posted(String chatId, Moment moment, String text) {
    of(chatId).forEach(one -> show.bubble(one, moment, Kind.GROUP_MESSAGE, name(chatId), text));
  }

  void heard(GroupFact told, Moment moment) {
    switch (told) {
      case GroupFact.Opened opened -> {
        names.put(opened.chatId(), opened.name());
        customers.put(opened.chatId(), new LinkedHashSet<>());
      }
      case GroupFact.Joined joined -> joined(joined, moment);
      case GroupFact.Left left -> {
        if (of(left.chatId()).remove(left.memberId())) {
          show.bubble(left.memberId(), moment, Kind.GROUP_LEFT, name(left.chatId()), "");
        }
      }
      case GroupFact.Changed changed -> {
        if (changed.what().equals("change_name")) {
          names.put(changed.chatId(), changed.value());
        }
      }
      case GroupFact.Dismissed dismissed -> of(dismissed.chatId()).clear();
      case GroupFact.Posted posted ->
          posted(posted.chatId(), moment, posted.memberId() + "：" + posted.text());
      case GroupFact.WelcomeSaved saved -> welcomes.put(saved.templateId(), saved.text());
      case GroupFact.WelcomeDeleted deleted -> welcomes.remove(deleted.templateId());
      case GroupFact.JoinWaySaved saved -> {}
      case GroupFact.JoinWayDeleted deleted -> {}
    }
  }

  /** Owners use the newest welcome there is. */
  private void joined(GroupFact.Joined joined, Moment moment) {
    if (joined.staff()) {
      return;
    }
    String group = name(joined.chatId());
    of(joined.chatId()).add(joined.memberId());
    show.bubble(joined.memberId(), moment, Kind.GROUP_JOINED, group, "");
    welcomes.values().stream()
        .reduce((older, newer) -> newer)
        .ifPresent(text -> show.bubble(joined.memberId(), moment, Kind.GROUP_MESSAGE, group, text));
  }

  private Set<String> of(String chatId) {
    return Objects.requireNonNull(customers.get(chatId), chatId);
  }

  private String name(String chatId) {
    return names.getOrDefault(chatId, chatId);
  }
}
