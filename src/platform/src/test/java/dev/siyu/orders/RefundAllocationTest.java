package dev.siyu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.orders.RefundAllocation.Back;
import dev.siyu.orders.RefundAllocation.Key;
import dev.siyu.orders.RefundAllocation.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefundAllocationTest {

  private static final Instant T0 = Instant.parse("2026-12-01T00:00:00Z");

  private static Order order(String id, long cents, int hour) {
    return new Order("mall", id, cents, T0.plusSeconds(3600L * hour));
  }

  private static Back refund(String id, @Nullable String orderId, long cents, int hour) {
    return new Back("mall", id, orderId, cents, T0.plusSeconds(3600L * hour));
  }

  @Test
  void shouldLayARefundWithoutOrderOnTheLatestOrderFirst() {
    // given
    var orders = List.of(order("A", 1000, 1), order("B", 500, 2), order("C", 9000, 9));
    // when
    var given = RefundAllocation.allocate(orders, List.of(refund("R", null, 700, 5)));
    // then
    assertThat(given).isEqualTo(Map.of(new Key("mall", "B"), 500L, new Key("mall", "A"), 200L));
  }

  @Test
  void shouldKeepARefundOnItsOwnOrderEvenWhenItIsTooBig() {
    // given
    var orders = List.of(order("A", 1000, 1), order("B", 500, 2));
    // when
    var given = RefundAllocation.allocate(orders, List.of(refund("R", "B", 700, 5)));
    // then
    assertThat(given).isEqualTo(Map.of(new Key("mall", "B"), 500L));
  }

  @Test
  void shouldNotDependOnTheOrderInWhichReportsArrive() {
    // given
    var orders = new ArrayList<Order>();
    var refunds = new ArrayList<Back>();
    var random = new Random(42);
    for (int i = 0; i < 20; i++) {
      orders.add(order("O" + i, 100 + random.nextInt(900), i));
      refunds.add(refund("R" + i, i % 3 == 0 ? "O" + i : null, 50 + random.nextInt(600), i));
    }
    var expected = RefundAllocation.allocate(orders, refunds);
    for (int round = 0; round < 50; round++) {
      // when
      Collections.shuffle(orders, random);
      Collections.shuffle(refunds, random);
      // then
      assertThat(RefundAllocation.allocate(orders, refunds)).isEqualTo(expected);
    }
  }
}
