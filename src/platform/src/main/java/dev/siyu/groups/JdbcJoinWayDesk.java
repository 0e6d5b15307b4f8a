package dev.siyu.groups;

import dev.siyu.groups.GroupRefused.Why;
import dev.siyu.groups.Groups.Health;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcJoinWayDesk implements JoinWayDesk {

  private static final int MOST_CHATS = 50;

  private final WayTable table;
  private final WayCalls calls;
  private final TransactionTemplate transactions;
  private final Clock clock;

  JdbcJoinWayDesk(WayTable table, WayCalls calls, TransactionTemplate transactions, Clock clock) {
    this.table = table;
    this.calls = calls;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<View> all() {
    var health = calls.health();
    return table.all().stream().map(row -> view(row, health)).toList();
  }

  @Override
  public Optional<View> find(String state) {
    return table.find(state).map(row -> view(row, calls.health()));
  }

  private static View view(WayTable.Row row, Map<String, Health> health) {
    var alerts = new ArrayList<String>();
    if (row.status() == Status.ACTIVE && !Behind.hasRoom(row.draft().chats(), health)) {
      alerts.add("FULL");
    }
    if (row.status() == Status.ACTIVE && row.pushNote() != null) {
      alerts.add("PUSH");
    }
    return new View(
        row.state(),
        row.draft(),
        row.status(),
        row.configId(),
        row.qrCode(),
        row.behind(),
        row.note(),
        row.pushedAt(),
        row.pushNote(),
        alerts);
  }

  @Override
  public void create(String state, Draft draft, String who) {
    var behind = behind(draft);
    decided(
        state,
        "CREATED",
        who,
        Why.EXISTS,
        () -> table.create(state, draft, behind, clock.instant()));
    calls.create(state);
  }

  @Override
  public void change(String state, Draft draft, String who) {
    behind(draft);
    decided(
        state, "CHANGED", who, Why.WRONG_STATE, () -> table.change(state, draft, clock.instant()));
  }

  @Override
  public void createAgain(String state, String who) {
    var row =
        table.find(state).orElseThrow(() -> new GroupRefused(Why.WRONG_STATE, "no way " + state));
    var behind = behind(row.draft());
    decided(
        state,
        "CREATED_AGAIN",
        who,
        Why.WRONG_STATE,
        () -> table.again(state, behind, clock.instant()));
    calls.create(state);
  }

  @Override
  public void retire(String state, String who) {
    decided(
        state,
        "RETIRED",
        who,
        Why.WRONG_STATE,
        () -> table.retired(state) || table.retiring(state, null, clock.instant()));
  }

  /** The groups to begin with; refused when one is not known or none may be joined. */
  private List<String> behind(Draft draft) {
    var health = calls.health();
    draft.chats().stream()
        .filter(chat -> !health.containsKey(chat))
        .findFirst()
        .ifPresent(
            chat -> {
              throw new GroupRefused(Why.NO_SUCH_GROUP, "group " + chat);
            });
    if (draft.chats().size() > MOST_CHATS) {
      throw new GroupRefused(Why.TOO_MANY, "groups: " + draft.chats().size() + " (expected: ..50)");
    }
    var behind = Behind.of(draft.chats(), health);
    if (behind.isEmpty()) {
      throw new GroupRefused(Why.NO_ROOM, "groups (expected: one that is not dismissed)");
    }
    return behind;
  }

  private void decided(
      String state, String what, String who, Why otherwise, BooleanSupplier decision) {
    transactions.executeWithoutResult(
        status -> {
          if (!decision.getAsBoolean()) {
            throw new GroupRefused(otherwise, "join way " + state);
          }
          table.note(state, clock.instant(), what, who, "");
        });
  }
}
