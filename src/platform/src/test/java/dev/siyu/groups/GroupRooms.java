package dev.siyu.groups;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.content.Contents;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.time.DueWork;
import dev.siyu.wecom.GroupChats;
import dev.siyu.wecom.GroupWelcomes;
import dev.siyu.wecom.JoinWays;
import dev.siyu.wecom.MassSendTasks;
import dev.siyu.wecom.WeComEvent.GroupChange;
import dev.siyu.wecom.WeComEvent.GroupChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The room on a real database, with a WeCom of our own. */
final class GroupRooms implements AutoCloseable {

  static final Instant START = TestRooms.START;

  final FakeGroupChats wecom = new FakeGroupChats();
  final FakeJoinWays ways = new FakeJoinWays();
  final FakeGroupWelcomes welcomes = new FakeGroupWelcomes();
  final FakeStaff staff = new FakeStaff();
  final List<Announcement> announced = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  final TestRooms rooms;

  GroupRooms(Map<String, Object> settings) {
    rooms =
        TestRooms.open(
            settings,
            context -> {
              context.registerBean(GroupChats.class, () -> wecom);
              context.registerBean(JoinWays.class, () -> ways);
              context.registerBean(JourneyMessages.class, () -> announced::addAll);
              context.registerBean(Contents.class, () -> this::say);
              context.registerBean(MassSendTasks.class, Tasks::new);
              context.registerBean(GroupWelcomes.class, () -> welcomes);
              context.registerBean(FakeStaff.class, () -> staff);
            },
            "groups",
            "customers");
  }

  private Optional<String> say(String key, int version, Map<String, String> values) {
    return Optional.of(
        key + " v" + version + (values.containsKey("link") ? " " + values.get("link") : ""));
  }

  /** Remembers what was asked and takes it. */
  private final class Tasks implements MassSendTasks {
    @Override
    public CallResult<Boolean> remind(String msgId) {
      asked.add("remind " + msgId);
      return new CallResult.Ok<>(true);
    }

    @Override
    public CallResult<Boolean> cancel(String msgId) {
      asked.add("cancel " + msgId);
      return new CallResult.Ok<>(true);
    }
  }

  <T> T get(Class<T> type) {
    return rooms.get(type);
  }

  CustomerId customer(String externalUserId) {
    var customers = rooms.get(Customers.class);
    var id = customers.byExternalUserId(externalUserId);
    customers.added(id, "li.na", "store", START.minus(Duration.ofDays(30)));
    return id;
  }

  /** An event arrives, whatever it says. */
  String event(String chatId, GroupChange change, String... members) {
    var news = get(GroupNews.class);
    var changed = new GroupChanged(chatId, change, 1, List.of(members), rooms.clock().instant());
    var look = news.look(changed);
    return rooms.database().transactions().execute(status -> news.apply(changed, look));
  }

  /** Does what is due now. */
  void run(Class<? extends DueWork> work) {
    rooms.get(work).runDue(rooms.clock().instant());
  }

  List<String> announcedNames() {
    return announced.stream().map(one -> one.name() + " " + one.correlationKey()).toList();
  }

  @Override
  public void close() {
    rooms.close();
  }
}
