package dev.siyu.inbox;

import dev.siyu.TestDatabase;
import dev.siyu.batching.Bell;
import dev.siyu.batching.Leadership;
import dev.siyu.calls.CallResult;
import dev.siyu.channels.Channel;
import dev.siyu.engine.EngineTraffic;
import dev.siyu.mall.MallEvent;
import dev.siyu.mall.MallEvents;
import dev.siyu.mall.Shop;
import dev.siyu.wecom.WeComEvent;
import dev.siyu.wecom.WeComEvent.GroupChange;
import dev.siyu.wecom.WeComEvents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An inbox with its dispatcher against a real database and fakes of everything it feeds. */
final class InboxRig implements AutoCloseable {

  static final InboxSettings SETTINGS =
      new InboxSettings(
          500,
          8,
          4,
          64,
          Duration.ofMillis(50),
          4,
          2,
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          32,
          Duration.ofSeconds(20));

  final CommittedInbox inbox;
  final Dispatcher dispatcher;
  final InboxTable table;
  final InboxDesk desk;
  final WelcomeLane welcomes;

  InboxRig(TestDatabase database, FakeBusiness business, Clock clock) {
    this(database, business, clock, List.of());
  }

  InboxRig(TestDatabase database, FakeBusiness business, Clock clock, List<Shop> shops) {
    var jdbc = database.jdbc();
    var bell = new Bell();
    table = new InboxTable(jdbc, clock);
    var greeting =
        new Greeting(
            new TextEvents(),
            business,
            state -> new Channel("parcel-card", "包裹卡", "COUPON", "welcome"),
            (key, version, values) -> Optional.of("hello"),
            (touch, call) -> business.make(touch, call),
            business,
            SETTINGS,
            clock);
    welcomes = new WelcomeLane(greeting, table, SETTINGS, clock, bell, new EngineTraffic());
    inbox =
        new CommittedInbox(
            new InboxIntake(jdbc, clock),
            database.transactions(),
            welcomes,
            bell,
            SETTINGS.batch());
    var mall =
        new MallEffects(
            business,
            business,
            business,
            business,
            (source, code, customer, how, order, at) -> business.coupons.add(code + " " + how),
            table);
    var effects =
        new EventEffects(
            new TextEvents(),
            new TextMallEvents(),
            new ContactDetails(business, SETTINGS),
            new ContactEffects(
                business,
                state -> new Channel("parcel-card", "包裹卡", "COUPON", "welcome"),
                business,
                table,
                business.staff,
                event -> {}),
            mall,
            new ShopEffects(shops, business, mall, table, SETTINGS, clock),
            new GroupEffects(business.groups, table),
            table,
            database.transactions());
    desk = new JdbcInboxDesk(jdbc, clock, bell);
    dispatcher =
        new Dispatcher(
            inbox,
            table,
            effects,
            welcomes,
            new Leadership("inbox", database.dataSource()),
            SETTINGS,
            clock,
            bell);
  }

  /** Bodies are {@code kind|staff or id|subject|epoch second|text}. */
  static InboundEvent event(String kind, String detail, String subject, Instant at) {
    var source = kind.equals("paid") ? InboundEvent.Source.MALL : InboundEvent.Source.WECOM;
    var body = String.join("|", kind, detail, subject, "" + at.getEpochSecond());
    var type = kind.equals("add") ? "change_external_contact/add_external_contact" : kind;
    return new InboundEvent(
        source, type, subject, "test:" + body, body.getBytes(StandardCharsets.UTF_8), at);
  }

  private static String[] parts(byte[] body) {
    return new String(body, StandardCharsets.UTF_8).split("\\|", -1);
  }

  private static final class TextEvents implements WeComEvents {
    @Override
    public WeComEvent read(byte[] plain) {
      var part = parts(plain);
      var at = Instant.ofEpochSecond(Long.parseLong(part[3]));
      return switch (part[0]) {
        case "add" -> new WeComEvent.ContactAdded(part[1], part[2], "s", "code-" + part[2], at);
        case "left" -> new WeComEvent.ContactLeft(part[1], part[2], true, at);
        case "group" ->
            new WeComEvent.GroupChanged(
                part[2], GroupChange.MEMBERS_JOINED, 3, List.of(part[1]), at);
        case "chat" -> new WeComEvent.ChatStarted(part[1], part[2], at);
        default -> new WeComEvent.Other(part[0], null, at);
      };
    }
  }

  private static final class TextMallEvents implements MallEvents {
    @Override
    public MallEvent read(byte[] body) {
      var part = parts(body);
      var at = Instant.ofEpochSecond(Long.parseLong(part[3]));
      return new MallEvent.OrderPaid(part[1], part[2], 9_900, 1, "Germany", null, at);
    }
  }

  static <T> CallResult<T> busy() {
    return new CallResult.Retryable<>("45009", "too many calls", Duration.ofMillis(20));
  }

  @Override
  public void close() {
    dispatcher.stop();
    welcomes.close();
    inbox.close();
  }
}
