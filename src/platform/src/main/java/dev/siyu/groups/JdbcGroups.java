package dev.siyu.groups;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcGroups implements Groups {

  private static final int MOST_MEMBERS = 600;
  private static final int MOST_EVENTS = 100;
  private static final int MOST_MESSAGES = 50;
  private static final int MOST_WEEKS = 26;

  private final ChatTable chats;
  private final MemberTable members;
  private final GroupTouchTable touches;
  private final WeekTable weeks;
  private final LookTable looks;
  private final WayTable ways;
  private final GroupSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  JdbcGroups(
      ChatTable chats,
      MemberTable members,
      GroupTouchTable touches,
      WeekTable weeks,
      LookTable looks,
      WayTable ways,
      GroupSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.chats = chats;
    this.members = members;
    this.touches = touches;
    this.weeks = weeks;
    this.looks = looks;
    this.ways = ways;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<View> all() {
    return chats.all().stream().map(this::view).toList();
  }

  @Override
  public Optional<Detail> find(String chatId) {
    return chats
        .find(chatId)
        .map(
            chat ->
                new Detail(
                    view(chat),
                    chat.notice(),
                    members.shown(chatId, MOST_MEMBERS),
                    chats.events(chatId, MOST_EVENTS),
                    touches.said(chatId, MOST_MESSAGES),
                    weeks.of(chatId, MOST_WEEKS)));
  }

  private View view(ChatTable.Row chat) {
    return new View(
        chat.chatId(),
        chat.name(),
        chat.owner(),
        chat.members(),
        Rooms.capacity(chat, settings),
        Rooms.health(chat, settings),
        chat.operated(),
        chat.createdAt(),
        chat.seenAt());
  }

  @Override
  public boolean operate(String chatId, boolean on, String who) {
    if (chats.find(chatId).isEmpty()) {
      return false;
    }
    transactions.executeWithoutResult(
        status -> {
          if (chats.operate(chatId, on)) {
            chats.note(chatId, clock.instant(), on ? "OPERATED" : "RESTED", who, "");
          }
        });
    return true;
  }

  @Override
  public boolean capacity(String chatId, @Nullable Integer capacity, String who) {
    if (chats.find(chatId).isEmpty()) {
      return false;
    }
    transactions.executeWithoutResult(
        status -> {
          chats.capacity(chatId, capacity);
          chats.note(chatId, clock.instant(), "CAPACITY", who, String.valueOf(capacity));
          ways.grew(chatId, Set.of(), clock.instant());
        });
    return true;
  }

  @Override
  public Compared compared() {
    return looks.last();
  }

  @Override
  public void compare() {
    looks.due(clock.instant());
  }
}
