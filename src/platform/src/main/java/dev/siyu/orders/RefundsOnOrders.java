package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code paid_order.refunded_cents} equal to what {@link RefundAllocation} says. */
@Component
class RefundsOnOrders {

  private static final String ORDERS =
      """
      SELECT source, order_id, amount_cents, refunded_cents, paid_at
      FROM paid_order WHERE customer_id = :id
      """;
  private static final String REFUNDS =
      """
      SELECT source, refund_id, order_id, amount_cents, refunded_at
      FROM refund WHERE customer_id = :id
      """;
  private static final String LAY =
      """
      UPDATE paid_order SET refunded_cents = :cents WHERE source = :source AND order_id = :orderId
      """;

  private record Known(RefundAllocation.Order order, long refundedCents) {}

  private final JdbcClient jdbc;

  RefundsOnOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Works it out anew for a customer who is held; answers orders that became fully refunded. */
  List<String> settle(CustomerId customer) {
    var refunds = refunds(customer);
    return refunds.isEmpty() ? List.of() : laid(customer, refunds);
  }

  /** The same also when no refund is left, e.g. after a merge was undone. */
  void settleAnew(CustomerId customer) {
    laid(customer, refunds(customer));
  }

  private List<String> laid(CustomerId customer, List<RefundAllocation.Back> refunds) {
    var orders = orders(customer);
    var given = RefundAllocation.allocate(orders.stream().map(Known::order).toList(), refunds);
    var nowEmpty = new ArrayList<String>();
    for (var known : orders) {
      var order = known.order();
      long cents = given.getOrDefault(order.key(), 0L);
      if (cents != known.refundedCents()) {
        jdbc.sql(LAY)
            .param("cents", cents)
            .param("source", order.source())
            .param("orderId", order.orderId())
            .update();
        if (cents == order.amountCents()) {
          nowEmpty.add(order.orderId());
        }
      }
    }
    return nowEmpty;
  }

  private List<Known> orders(CustomerId customer) {
    return jdbc.sql(ORDERS)
        .param("id", customer.value())
        .query(
            (row, n) ->
                new Known(
                    new RefundAllocation.Order(
                        row.getString("source"),
                        row.getString("order_id"),
                        row.getLong("amount_cents"),
                        instant(row.getObject("paid_at", OffsetDateTime.class))),
                    row.getLong("refunded_cents")))
        .list();
  }

  private List<RefundAllocation.Back> refunds(CustomerId customer) {
    return jdbc.sql(REFUNDS)
        .param("id", customer.value())
        .query(
            (row, n) ->
                new RefundAllocation.Back(
                    row.getString("source"),
                    row.getString("refund_id"),
                    row.getString("order_id"),
                    row.getLong("amount_cents"),
                    instant(row.getObject("refunded_at", OffsetDateTime.class))))
        .list();
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }
}
