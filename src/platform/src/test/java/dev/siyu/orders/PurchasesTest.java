package dev.siyu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurchasesTest {

  private static final Instant T0 = TestRooms.START;
  private TestRooms rooms;
  private Customers customers;
  private Orders orders;
  private Purchases purchases;

  @BeforeEach
  void open() {
    rooms = TestRooms.open("customers", "orders");
    customers = rooms.get(Customers.class);
    orders = rooms.get(Orders.class);
    purchases = rooms.get(Purchases.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private void pay(CustomerId customer, String order, int day) {
    orders.paid(new PaidOrder("mall", order, customer, 1000, 1, null, null, on(day)));
  }

  private static Instant on(int day) {
    return T0.plus(Duration.ofDays(day));
  }

  @Test
  void shouldTellOnlyPurchasesThatStandAndTheReturn() {
    // given
    var customer = customers.byUnionId("p-1");
    pay(customer, "A", 0);
    pay(customer, "B", 5);
    orders.refunded(new Refund("mall", "R", customer, "B", 1000, on(7)));

    // when
    var story = purchases.story(customer);

    // then
    assertThat(story).isEqualTo(new PurchaseStory(List.of(on(0)), on(7), 1000));
  }

  @Test
  void shouldNotCallAPartialRefundAReturn() {
    // given
    var customer = customers.byUnionId("p-2");
    pay(customer, "A", 0);
    orders.refunded(new Refund("mall", "R", customer, "A", 400, on(7)));

    // when
    var story = purchases.story(customer);

    // then
    assertThat(story).isEqualTo(new PurchaseStory(List.of(on(0)), null, 600));
  }

  @Test
  void shouldKnowNothingOfACustomerWithoutOrders() {
    assertThat(purchases.story(customers.byUnionId("p-3")))
        .isEqualTo(new PurchaseStory(List.of(), null, 0));
  }

  @Test
  void shouldComputeTheShopsCycleOnceAWeekFromEnoughCustomers() {
    // given: 40 customers, each buys three times, every 10 to 49 days
    for (int i = 0; i < 40; i++) {
      var customer = customers.byUnionId("s-" + i);
      for (int n = 0; n < 3; n++) {
        pay(customer, "O" + i + "-" + n, n * (10 + i));
      }
    }

    // when
    var early = purchases.shopCycle(on(5));
    var sameWeek = purchases.shopCycle(on(5));
    var late = purchases.shopCycle(on(200));

    // then
    assertThat(early).isEmpty();
    assertThat(sameWeek).isEmpty();
    assertThat(late).hasValue(30);
    assertThat(rooms.jdbc().sql("SELECT count(*) FROM shop_cycle").query(Long.class).single())
        .isEqualTo(2);
  }

  @Test
  void shouldLearnTheMedianGapFromThreePurchasesOn() {
    // given
    var zone = ZoneId.of("Asia/Shanghai");

    // then
    assertThat(ConsumptionCycle.ownDays(List.of(on(0), on(9)), zone)).isEmpty();
    assertThat(ConsumptionCycle.ownDays(List.of(on(0), on(0), on(9)), zone)).isEmpty();
    assertThat(ConsumptionCycle.ownDays(List.of(on(0), on(9), on(14)), zone)).hasValue(7);
    assertThat(ConsumptionCycle.ownDays(List.of(on(30), on(0), on(5), on(6)), zone)).hasValue(5);
  }
}
