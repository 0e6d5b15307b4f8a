package dev.siyu.layers;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.orders.Orders;
import dev.siyu.orders.PaidOrder;
import dev.siyu.orders.Refund;
import dev.siyu.tasks.Notices;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.WeCom;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The room with real customers and orders on a real database; what lies outside is remembered. */
final class LayerRig implements AutoCloseable {

  final List<Announcement> announced = new ArrayList<>();
  final List<String> tagged = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  @Nullable TouchOutcome answer;
  final TestRooms rooms;
  private int orders;

  LayerRig(Map<String, Object> settings) {
    rooms =
        TestRooms.open(
            settings,
            context -> {
              context.registerBean(Touchpoints.class, () -> this::make);
              context.registerBean(JourneyMessages.class, () -> announced::addAll);
              context.registerBean(
                  Notices.class, () -> (key, staff, text) -> told.add(staff + ": " + text));
              context.registerBean(WeCom.class, () -> nobody(WeCom.class));
              context.registerBean(EngineOperations.class, () -> nobody(EngineOperations.class));
            },
            "customers",
            "orders",
            "layers");
  }

  private static <T> T nobody(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                method.getReturnType() == List.class ? List.of() : new CallResult.Ok<>(true)));
  }

  <T> T get(Class<T> type) {
    return rooms.get(type);
  }

  Instant now() {
    return rooms.clock().instant();
  }

  void pass(int days) {
    rooms.pass(Duration.ofDays(days));
    days();
  }

  /** Everything that is due by now. */
  void days() {
    get(LayerDays.class).runDue(now());
    get(LayerTags.class).runDue(now());
  }

  CustomerId contact(String name) {
    var id = get(Customers.class).byExternalUserId("wm-" + name);
    get(Customers.class).identified(id, name, "u-" + name);
    get(Customers.class).added(id, "li.na", null, now().minusSeconds(60));
    return id;
  }

  void pays(CustomerId id, long yuan) {
    var order = "o" + ++orders;
    get(Orders.class).paid(new PaidOrder("mall", order, id, yuan * 100, 1, null, null, now()));
    decide();
  }

  /** An order in each of the last {@code months} months, and one now. */
  void paysMonthly(CustomerId id, int months, long yuan) {
    for (int month = months; month >= 0; month--) {
      var at = now().minus(Duration.ofDays(30L * month));
      get(Orders.class)
          .paid(
              new PaidOrder("mall", "o" + ++orders, id, yuan * 100, 1, "United Kingdom", null, at));
      decide();
    }
  }

  void returns(CustomerId id, long yuan) {
    get(Orders.class).refunded(new Refund("mall", "r" + ++orders, id, null, yuan * 100, now()));
    decide();
  }

  /** What orders and refunds left to decide. */
  void decide() {
    get(LayerOrders.class).runDue(now());
  }

  String layer(CustomerId id) {
    return text("SELECT layer FROM customer_layer WHERE customer_id = :id", id);
  }

  String core(CustomerId id) {
    return text("SELECT state || ' ' || why FROM core_member WHERE customer_id = :id", id);
  }

  List<String> moves(CustomerId id) {
    return rooms
        .jdbc()
        .sql(
            """
            SELECT from_layer || ' ' || to_layer || ' ' || cause FROM layer_move
            WHERE customer_id = :id ORDER BY id
            """)
        .param("id", id.value())
        .query(String.class)
        .list();
  }

  private String text(String sql, CustomerId id) {
    return rooms
        .jdbc()
        .sql(sql)
        .param("id", id.value())
        .query(String.class)
        .optional()
        .orElse("none");
  }

  private TouchOutcome make(Touch touch, Supplier<CallResult<Receipt>> call) {
    tagged.add(touch.key().customer() + " " + touch.key().occurrence() + " " + touch.content());
    return answer != null ? answer : new TouchOutcome.Sent(null);
  }

  List<String> messages() {
    return announced.stream().map(a -> a.name() + " " + a.correlationKey()).toList();
  }

  @Override
  public void close() {
    rooms.close();
  }
}
