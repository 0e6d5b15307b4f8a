package dev.siyu.simulator.wecom;

import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.GroupFact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How customers get into groups: by a join way, which opens a new group when all are full. */
public final class GroupDoors {

  /** Scanned a QR code (join_scene). */
  private static final int BY_QR_CODE = 3;

  private static final int MOST_CHATS = 5;

  private final Chats chats;
  private final JoinWays ways;
  private final GroupLimits limits;

  GroupDoors(Chats chats, JoinWays ways, GroupLimits limits) {
    this.chats = chats;
    this.ways = ways;
    this.limits = limits;
  }

  /** The customer follows the way shown in a text; false when there is none or no room. */
  public boolean read(String customer, String text, Draft draft) {
    return ways.shownIn(text).map(way -> through(customer, way, draft)).orElse(false);
  }

  /** The customer scans a code; false when it is gone or no room is left. */
  public boolean scan(String customer, String configId, Draft draft) {
    GroupFact.JoinWaySaved way = ways.find(configId);
    return way != null && through(customer, way, draft);
  }

  /** Straight into a group, invited by its owner; false when full, dismissed or in already. */
  public boolean enter(
      String customer, String chatId, int scene, @Nullable String state, Draft draft) {
    Chat chat = chats.open(chatId);
    if (chat == null || chat.has(customer) || chat.size() >= limits.members()) {
      return false;
    }
    draft.record(new GroupFact.Joined(chatId, customer, false, scene, state));
    return true;
  }

  private boolean through(String customer, GroupFact.JoinWaySaved way, Draft draft) {
    List<Chat> behind = way.chatIds().stream().map(chats::open).filter(c -> c != null).toList();
    if (behind.stream().anyMatch(chat -> chat.has(customer))) {
      return false;
    }
    for (Chat chat : behind) {
      if (enter(customer, chat.chatId(), BY_QR_CODE, way.state(), draft)) {
        return true;
      }
    }
    if (!way.autoCreate() || behind.isEmpty()) {
      return false;
    }
    String fresh = Ids.random("wr");
    open(fresh, way.baseName() + way.baseId(), behind.getLast().owner(), draft);
    List<String> kept = new ArrayList<>(way.chatIds());
    kept.add(fresh);
    draft.record(
        new GroupFact.JoinWaySaved(
            way.configId(),
            way.state(),
            way.remark(),
            kept.subList(Math.max(0, kept.size() - MOST_CHATS), kept.size()).stream().toList(),
            true,
            way.baseName(),
            way.baseId() + 1));
    return enter(customer, fresh, BY_QR_CODE, way.state(), draft);
  }

  /** A member opens a group and is its first member. */
  public void open(String chatId, String name, String owner, Draft draft) {
    draft.record(new GroupFact.Opened(chatId, name, owner));
    draft.record(new GroupFact.Joined(chatId, owner, true, 1, null));
  }
}
