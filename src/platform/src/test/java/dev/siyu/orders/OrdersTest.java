package dev.siyu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrdersTest {

  private static final Instant T0 = Instant.parse("2026-12-01T00:00:00.75Z");
  private static TestRooms rooms;
  private static Customers customers;
  private static Orders orders;

  @BeforeAll
  static void open() {
    rooms = TestRooms.open("customers", "orders");
    customers = rooms.get(Customers.class);
    orders = rooms.get(Orders.class);
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  private static PaidOrder order(CustomerId customer, String id, long cents, int minute) {
    return new PaidOrder(
        "mall", id, customer, cents, 2, "France", null, T0.plusSeconds(60L * minute));
  }

  private static Refund refund(
      CustomerId customer, String id, @Nullable String orderId, long cents, int minute) {
    return new Refund("mall", id, customer, orderId, cents, T0.plusSeconds(60L * minute));
  }

  @Test
  void shouldCountARepeatedReportOnce() {
    // given
    var customer = customers.byUnionId("o-1");
    // when
    var first = orders.paid(order(customer, "1-A", 1050, 1));
    var second = orders.paid(order(customer, "1-A", 1050, 1));
    // then
    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(orders.standing(customer).paidCents()).isEqualTo(1050);
    assertThat(conflicts("1-A")).isZero();
  }

  @Test
  void shouldRefuseOtherContentUnderTheSameId() {
    // given
    var customer = customers.byUnionId("o-2");
    orders.paid(order(customer, "2-A", 1050, 1));
    orders.refunded(refund(customer, "2-R", null, 50, 2));
    // when
    var again = orders.paid(order(customer, "2-A", 9999, 1));
    orders.refunded(refund(customer, "2-R", null, 51, 2));
    // then
    assertThat(again).isFalse();
    assertThat(orders.standing(customer).netCents()).isEqualTo(1000);
    assertThat(conflicts("2-A")).isEqualTo(1);
    assertThat(conflicts("2-R")).isEqualTo(1);
  }

  @Test
  void shouldNameTheOrdersThatBecameFullyRefundedOnce() {
    // given
    var customer = customers.byUnionId("o-3");
    orders.paid(order(customer, "3-A", 1000, 1));
    orders.paid(order(customer, "3-B", 500, 2));
    // when
    var part = orders.refunded(refund(customer, "3-R1", null, 400, 3));
    var rest = orders.refunded(refund(customer, "3-R2", null, 200, 4));
    var again = orders.refunded(refund(customer, "3-R2", null, 200, 4));
    // then
    assertThat(part).isEmpty();
    assertThat(rest).containsExactly("3-B");
    assertThat(again).isEmpty();
  }

  @Test
  void shouldTakeTheNextOrderAsFirstWhenTheFirstWasFullyRefunded() {
    // given
    var customer = customers.byUnionId("o-4");
    orders.paid(order(customer, "4-A", 1000, 1));
    orders.paid(order(customer, "4-B", 500, 2));
    // when
    orders.refunded(refund(customer, "4-R", "4-A", 1000, 3));
    // then
    var standing = orders.standing(customer);
    assertThat(standing.firstOrderId()).isEqualTo("4-B");
    assertThat(standing.paidOrders()).isEqualTo(2);
    assertThat(standing.netCents()).isEqualTo(500);
  }

  @Test
  void shouldEndTheSameWhenTheRefundOvertakesItsOrder() {
    // given
    var customer = customers.byUnionId("o-5");
    // when
    orders.refunded(refund(customer, "5-R", "5-A", 1000, 3));
    orders.paid(order(customer, "5-A", 1000, 1));
    // then
    var standing = orders.standing(customer);
    assertThat(standing.firstOrderId()).isNull();
    assertThat(standing.netCents()).isZero();
  }

  @Test
  void shouldMoveOrdersWhenTwoCustomersBecomeOne() {
    // given
    var mallOnly = customers.byUnionId("o-6");
    orders.paid(order(mallOnly, "6-A", 1000, 1));
    var contact = customers.byExternalUserId("wm-6");
    // when
    var kept = customers.identified(contact, "李雷", "o-6");
    orders.paid(order(mallOnly, "6-B", 500, 2));
    // then
    assertThat(orders.standing(kept).paidCents()).isEqualTo(1500);
    assertThat(orders.standing(mallOnly)).isEqualTo(orders.standing(kept));
    assertThat(orders.paid(order(mallOnly, "6-A", 1000, 1))).isFalse();
    assertThat(conflicts("6-A")).as("the merge is no conflict").isZero();
  }

  private static int conflicts(String ref) {
    return rooms
        .jdbc()
        .sql("SELECT count(*) FROM order_conflict WHERE ref = :ref")
        .param("ref", ref)
        .query(Integer.class)
        .single();
  }
}
