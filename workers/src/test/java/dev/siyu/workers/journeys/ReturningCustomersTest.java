package dev.siyu.workers.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.engine.Announcement;
import dev.siyu.orders.OrdersChanged;
import dev.siyu.orders.PurchaseStory;
import dev.siyu.orders.Purchases;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReturningCustomersTest {

  private static final CustomerId ID = new CustomerId("C1");
  private static final Instant NOW = Instant.parse("2028-03-01T06:00:00Z");

  private final List<Announcement> announced = new ArrayList<>();
  private final List<String> moves = new ArrayList<>();

  private void pays(Stage stage, @Nullable String staff, int orders, OrdersChanged.How how) {
    var purchases =
        new Purchases() {
          @Override
          public PurchaseStory story(CustomerId customer) {
            return new PurchaseStory(java.util.Collections.nCopies(orders, NOW), null, 1);
          }

          @Override
          public OptionalInt shopCycle(Instant now) {
            return OptionalInt.empty();
          }
        };
    new ReturningCustomers(
            customers(stage, staff), purchases, announced::addAll, Clock.fixed(NOW, ZoneOffset.UTC))
        .bought(new OrdersChanged(ID, how));
  }

  private Customers customers(Stage stage, @Nullable String staff) {
    var customer =
        new Customer(
            ID, "wm", "u", "客户", stage, "ads", staff, ZoneId.of("Asia/Shanghai"), true, NOW);
    return (Customers)
        Proxy.newProxyInstance(
            Customers.class.getClassLoader(),
            new Class<?>[] {Customers.class},
            (self, method, arguments) -> {
              if (method.getName().equals("find")) {
                return Optional.of(customer);
              }
              if (method.getName().equals("isInPeace")) {
                return stage == Stage.LOST;
              }
              moves.add(arguments[0] + " " + arguments[1]);
              return null;
            });
  }

  @Test
  void shouldTakeALostCustomerWhoBuysAgainBackIntoRepurchase() {
    // when
    pays(Stage.LOST, "zhang", 2, OrdersChanged.How.PAID);

    // then
    assertThat(announced)
        .extracting(Announcement::key)
        .containsExactly("repurchase-wanted:C1:r-20280301");
    assertThat(announced.getFirst().variables()).containsEntry("staffId", "zhang");
    assertThat(moves).containsExactly("C1 REPURCHASE");
  }

  @Test
  void shouldTakeALostCustomerWithTheirFirstOrderThroughTheFirstOrderJourney() {
    // when
    pays(Stage.LOST, "zhang", 1, OrdersChanged.How.PAID);

    // then
    assertThat(announced).extracting(Announcement::name).containsExactly("first-order-wanted");
  }

  @Test
  void shouldLeaveEverybodyElseToTheirJourney() {
    // when
    pays(Stage.REPURCHASE, "zhang", 2, OrdersChanged.How.PAID);
    pays(Stage.LOST, null, 2, OrdersChanged.How.PAID);
    pays(Stage.LOST, "zhang", 2, OrdersChanged.How.REFUNDED);

    // then
    assertThat(announced).isEmpty();
  }
}
