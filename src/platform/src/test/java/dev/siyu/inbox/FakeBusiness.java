package dev.siyu.inbox;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.Buyers;
import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.groups.GroupNews;
import dev.siyu.orders.Orders;
import dev.siyu.orders.PaidOrder;
import dev.siyu.orders.Refund;
import dev.siyu.orders.Standing;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.wecom.WeCom;
import dev.siyu.wecom.WeComEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything the inbox feeds, in memory, remembering what reached it. */
final class FakeBusiness implements Customers, Buyers, Orders, JourneyMessages, WeCom {

  final List<Announcement> announced = Collections.synchronizedList(new ArrayList<>());
  final List<String> welcomed = Collections.synchronizedList(new ArrayList<>());
  final List<Touch> asked = Collections.synchronizedList(new ArrayList<>());
  final Map<String, TouchOutcome> ledger = new ConcurrentHashMap<>();
  final Set<String> left = ConcurrentHashMap.newKeySet();
  final Map<String, Customer> known = new ConcurrentHashMap<>();
  final List<String> coupons = Collections.synchronizedList(new ArrayList<>());
  final Map<String, Stage> stages = new ConcurrentHashMap<>();
  volatile Function<String, CallResult<Boolean>> onWelcome = code -> new CallResult.Ok<>(true);
  volatile Function<String, CallResult<Contact>> onContact =
      id -> new CallResult.Ok<>(new Contact(id, "Name " + id, "union-" + id, List.of()));
  volatile Function<PaidOrder, Boolean> onPaid = order -> true;

  /** Customers a hand-over brings. */
  final Set<String> handedOver = ConcurrentHashMap.newKeySet();

  /** Groups looked at, and what the look says. */
  final List<String> groupsSeen = new CopyOnWriteArrayList<>();

  volatile GroupNews.Look groupLook = new GroupNews.Look.Untold("40058 no");

  final GroupNews groups =
      new GroupNews() {
        @Override
        public Look look(WeComEvent.GroupChanged changed) {
          return groupLook;
        }

        @Override
        public String apply(WeComEvent.GroupChanged changed, Look look) {
          groupsSeen.add(changed.chatId() + " " + changed.memberIds());
          return look instanceof Look.Untold untold ? untold.reason() : "";
        }
      };

  final StaffEffects staff =
      new StaffEffects() {
        @Override
        public boolean takesOver(WeComEvent.ContactAdded added) {
          return handedOver.contains(added.externalUserId());
        }

        @Override
        public void added(WeComEvent.ContactAdded added) {}

        @Override
        public void left(CustomerId customer, WeComEvent.ContactLeft left) {}

        @Override
        public void transferFailed(WeComEvent.TransferFailed failed) {}
      };

  @Override
  public void takenOver(CustomerId id, String fromUserId, String toUserId, Instant at) {}

  @Override
  public String staffFor(CustomerId id, String wantedUserId) {
    return wantedUserId;
  }

  @Override
  public void announce(List<Announcement> announcements) {
    announced.addAll(announcements);
  }

  TouchOutcome make(Touch touch, Supplier<CallResult<Touchpoints.Receipt>> call) {
    asked.add(touch);
    var key = touch.key().toString();
    if (ledger.containsKey(key)) {
      return new TouchOutcome.AlreadySent(null);
    }
    return switch (call.get()) {
      case CallResult.Ok<Touchpoints.Receipt> ok -> {
        ledger.put(key, new TouchOutcome.Sent(null));
        yield new TouchOutcome.Sent(null);
      }
      case CallResult.Declined<Touchpoints.Receipt> no ->
          new TouchOutcome.Declined(no.code(), no.reason());
      case CallResult.Retryable<Touchpoints.Receipt> busy ->
          new TouchOutcome.Retryable(busy.code(), busy.reason(), busy.after());
      case CallResult.Broken<Touchpoints.Receipt> broken ->
          new TouchOutcome.Broken(broken.code(), broken.reason());
      case CallResult.Unknown<Touchpoints.Receipt> none ->
          new TouchOutcome.Unknown(none.code(), none.reason());
    };
  }

  @Override
  public CallResult<Boolean> sendWelcome(String welcomeCode, String text) {
    var answer = onWelcome.apply(welcomeCode);
    if (answer instanceof CallResult.Ok<Boolean>) {
      welcomed.add(welcomeCode);
    }
    return answer;
  }

  @Override
  public CallResult<Contact> contact(String externalUserId) {
    return onContact.apply(externalUserId);
  }

  @Override
  public Optional<Customer> find(CustomerId id) {
    return Optional.ofNullable(known.get(id.value()))
        .map(
            one ->
                new Customer(
                    one.id(),
                    one.externalUserId(),
                    one.unionId(),
                    one.name(),
                    stages.getOrDefault(id.value(), one.stage()),
                    one.channel(),
                    one.staffUserId(),
                    one.zone(),
                    one.consent(),
                    one.addedAt()));
  }

  @Override
  public CustomerId byExternalUserId(String externalUserId) {
    return new CustomerId("C" + externalUserId.replaceAll("\\D", ""));
  }

  @Override
  public CustomerId byUnionId(String unionId) {
    return new CustomerId("C" + unionId.replaceAll("\\D", ""));
  }

  @Override
  public Buyer of(Ids ids) {
    var id = byUnionId(String.valueOf(ids.unionId() == null ? ids.openId() : ids.unionId()));
    return new Buyer(id, id);
  }

  @Override
  public boolean knowsUnion(String mall, String openId) {
    return true;
  }

  @Override
  public CustomerId identified(CustomerId id, String name, @Nullable String unionId) {
    return id;
  }

  @Override
  public boolean added(CustomerId id, String staff, @Nullable String channel, Instant at) {
    known.put(
        id.value(),
        new Customer(id, null, null, "", Stage.SEED, channel, staff, ZoneId.of("UTC"), true, at));
    return left.contains(id.value());
  }

  @Override
  public boolean left(CustomerId id, String staffUserId, Instant at) {
    left.add(id.value());
    known.computeIfPresent(
        id.value(),
        (key, one) ->
            new Customer(
                id, null, null, "", one.stage(), one.channel(), null, one.zone(), true, at));
    return true;
  }

  @Override
  public void moveTo(CustomerId id, Stage stage, Instant at, String reason) {}

  @Override
  public void tagged(CustomerId id, List<String> added, List<String> removed, Instant at) {}

  @Override
  public void livesIn(CustomerId id, ZoneId zone) {}

  @Override
  public void livesInCountry(CustomerId id, @Nullable String country) {}

  @Override
  public void consents(CustomerId id, boolean consent, Instant at) {}

  @Override
  public CustomerId hold(CustomerId id) {
    return id;
  }

  @Override
  public boolean paid(PaidOrder order) {
    return onPaid.apply(order);
  }

  @Override
  public List<String> refunded(Refund refund) {
    return List.of();
  }

  @Override
  public Standing standing(CustomerId customer) {
    return new Standing(null, null, null, 0, 0, 0);
  }

  @Override
  public CallResult<Boolean> markTags(
      String staffUserId, String externalUserId, List<String> add, List<String> remove) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CallResult<String> createMassSend(String staff, List<String> ids, String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CallResult<List<MassSendResult>> massSendResults(String msgId, String staffUserId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CallResult<Boolean> sendAppMessage(String staffUserId, String text) {
    throw new UnsupportedOperationException();
  }
}
