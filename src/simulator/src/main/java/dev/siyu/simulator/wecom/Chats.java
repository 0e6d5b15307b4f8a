package dev.siyu.simulator.wecom;

import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.GroupFact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All customer groups. Guarded by the journal's lock. */
public final class Chats implements Projection {

  private final Map<String, Chat> chats = new LinkedHashMap<>();
  private final Set<String> seenIds = new HashSet<>();

  public Collection<Chat> all() {
    return chats.values();
  }

  public @Nullable Chat find(String chatId) {
    return chats.get(chatId);
  }

  /** A group that exists and is not dismissed. */
  public @Nullable Chat open(String chatId) {
    Chat chat = chats.get(chatId);
    return chat == null || chat.dismissed() ? null : chat;
  }

  /** Ids of the groups a member owns now. */
  List<String> ownedBy(String staffUserId) {
    return chats.values().stream()
        .filter(chat -> !chat.dismissed() && chat.owner().equals(staffUserId))
        .map(Chat::chatId)
        .toList();
  }

  /** Whether a post with this id was told before. */
  public boolean seen(@Nullable String id) {
    return id != null && seenIds.contains(id);
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof GroupFact told) {
      happened(told, moment);
    }
  }

  private void happened(GroupFact told, Moment moment) {
    switch (told) {
      case GroupFact.Opened opened ->
          chats.put(
              opened.chatId(),
              new Chat(opened.chatId(), opened.name(), opened.owner(), moment.at()));
      case GroupFact.Joined joined ->
          known(joined.chatId())
              .joined(
                  joined.memberId(),
                  new Chat.Member(joined.staff(), moment.at(), joined.scene(), joined.state()));
      case GroupFact.Left left -> known(left.chatId()).left(left.memberId());
      case GroupFact.Changed changed ->
          known(changed.chatId()).changed(changed.what(), changed.value());
      case GroupFact.Dismissed dismissed -> known(dismissed.chatId()).dismiss();
      case GroupFact.Posted posted -> {
        String id = posted.id();
        if (id != null) {
          seenIds.add(id);
        }
      }
      case GroupFact.JoinWaySaved saved -> {}
      case GroupFact.JoinWayDeleted deleted -> {}
      case GroupFact.WelcomeSaved saved -> {}
      case GroupFact.WelcomeDeleted deleted -> {}
    }
  }

  private Chat known(String chatId) {
    return Objects.requireNonNull(chats.get(chatId), chatId);
  }
}
