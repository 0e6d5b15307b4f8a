package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.CustomersMerged;
import dev.siyu.customers.CustomersSeparated;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcOrders implements Orders {

  private static final String PAID =
      """
      INSERT INTO paid_order (source, order_id, customer_id, origin_id, amount_cents, line_count,
        country, coupon_code, paid_at)
      VALUES (:source, :ref, :customer, :origin, :cents, :lines, :country, :coupon, :at)
      ON CONFLICT DO NOTHING
      """;
  private static final String REFUNDED =
      """
      INSERT INTO refund (source, refund_id, customer_id, origin_id, order_id, amount_cents,
        refunded_at, kind, reason)
      VALUES (:source, :ref, :customer, :origin, :orderId, :cents, :at, :kind, :reason)
      ON CONFLICT DO NOTHING
      """;
  private static final String STANDING =
      """
      SELECT o.*, (SELECT coalesce(sum(amount_cents), 0) FROM refund
        WHERE customer_id = :id) AS "refundedCents"
      FROM (SELECT
        (array_agg(order_id ORDER BY paid_at, source, order_id)
          FILTER (WHERE refunded_cents < amount_cents))[1] AS "firstOrderId",
        min(paid_at) FILTER (WHERE refunded_cents < amount_cents) AS "firstPaidAt",
        max(paid_at) AS "lastPaidAt",
        count(*) AS "paidOrders",
        coalesce(sum(amount_cents), 0) AS "paidCents"
      FROM paid_order WHERE customer_id = :id) o
      """;
  private static final String LATEST =
      """
      SELECT source, order_id, amount_cents, line_count, country, coupon_code, paid_at
      FROM paid_order WHERE customer_id = :id AND refunded_cents < amount_cents
      ORDER BY paid_at DESC, source, order_id LIMIT 1
      """;
  private static final List<String> MOVE =
      List.of(
          """
          UPDATE paid_order SET customer_id = :kept, origin_id = coalesce(origin_id, :gone)
          WHERE customer_id = :gone
          """,
          """
          UPDATE refund SET customer_id = :kept, origin_id = coalesce(origin_id, :gone)
          WHERE customer_id = :gone
          """);
  private static final List<String> MOVE_BACK =
      List.of(
          """
          UPDATE paid_order SET customer_id = :gone
          WHERE customer_id = :kept AND origin_id = ANY (:origins)
          """,
          """
          UPDATE refund SET customer_id = :gone
          WHERE customer_id = :kept AND origin_id = ANY (:origins)
          """);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final OrderConflicts conflicts;
  private final Customers customers;
  private final RefundsOnOrders refundsOnOrders;
  private final ApplicationEventPublisher events;
  private final StoredFacts facts;

  JdbcOrders(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      OrderConflicts conflicts,
      Customers customers,
      RefundsOnOrders refundsOnOrders,
      ApplicationEventPublisher events,
      StoredFacts facts) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.conflicts = conflicts;
    this.customers = customers;
    this.refundsOnOrders = refundsOnOrders;
    this.events = events;
    this.facts = facts;
  }

  @Override
  public boolean paid(PaidOrder order) {
    return held(
        order.customer(),
        customer -> {
          boolean isNew =
              jdbc.sql(PAID)
                      .param("source", order.source())
                      .param("ref", order.orderId())
                      .param("customer", customer.value())
                      .param("origin", order.customer().value())
                      .param("cents", order.amountCents())
                      .param("lines", order.lineCount())
                      .param("country", order.country())
                      .param("coupon", order.couponCode())
                      .param("at", order.paidAt().atOffset(ZoneOffset.UTC))
                      .update()
                  == 1;
          if (isNew) {
            facts.keep(order);
            // A refund may have overtaken its order, which then is no order any more.
            boolean kept = !refundsOnOrders.settle(customer).contains(order.orderId());
            events.publishEvent(new OrdersChanged(customer, OrdersChanged.How.PAID));
            return kept;
          }
          if (!conflicts.reported(order, customer)) {
            facts.keep(order);
          }
          return false;
        });
  }

  @Override
  public List<String> refunded(Refund refund) {
    return held(
        refund.customer(),
        customer -> {
          boolean isNew =
              jdbc.sql(REFUNDED)
                      .param("source", refund.source())
                      .param("ref", refund.refundId())
                      .param("customer", customer.value())
                      .param("origin", refund.customer().value())
                      .param("kind", refund.kind())
                      .param("reason", refund.reason())
                      .param("orderId", refund.orderId())
                      .param("cents", refund.amountCents())
                      .param("at", refund.refundedAt().atOffset(ZoneOffset.UTC))
                      .update()
                  == 1;
          if (isNew) {
            facts.keep(refund);
            var nowEmpty = refundsOnOrders.settle(customer);
            events.publishEvent(new OrdersChanged(customer, OrdersChanged.How.REFUNDED));
            return nowEmpty;
          }
          conflicts.reported(refund, customer);
          return List.of();
        });
  }

  @Override
  public Standing standing(CustomerId customer) {
    var id = customers.find(customer).map(found -> found.id()).orElse(customer);
    return jdbc.sql(STANDING)
        .param("id", id.value())
        .query(
            (row, n) ->
                new Standing(
                    row.getString("firstOrderId"),
                    instant(row.getObject("firstPaidAt", OffsetDateTime.class)),
                    instant(row.getObject("lastPaidAt", OffsetDateTime.class)),
                    row.getInt("paidOrders"),
                    row.getLong("paidCents"),
                    row.getLong("refundedCents")))
        .single();
  }

  @Override
  public Optional<PaidOrder> latestPaid(CustomerId customer) {
    return jdbc.sql(LATEST)
        .param("id", customer.value())
        .query(
            (row, n) ->
                new PaidOrder(
                    row.getString("source"),
                    row.getString("order_id"),
                    customer,
                    row.getLong("amount_cents"),
                    row.getInt("line_count"),
                    row.getString("country"),
                    row.getString("coupon_code"),
                    row.getObject("paid_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  @EventListener
  void follow(CustomersMerged merged) {
    MOVE.forEach(
        sql ->
            jdbc.sql(sql)
                .params(Map.of("gone", merged.gone().value(), "kept", merged.kept().value()))
                .update());
    refundsOnOrders.settle(merged.kept());
    events.publishEvent(new OrdersChanged(merged.kept(), OrdersChanged.How.MOVED));
  }

  @EventListener
  void follow(CustomersSeparated separated) {
    MOVE_BACK.forEach(
        sql ->
            jdbc.sql(sql)
                .param("gone", separated.back().value())
                .param("kept", separated.kept().value())
                .param(
                    "origins",
                    separated.origins().stream().map(CustomerId::value).toArray(String[]::new))
                .update());
    refundsOnOrders.settleAnew(separated.kept());
    refundsOnOrders.settleAnew(separated.back());
    events.publishEvent(new OrdersChanged(separated.kept(), OrdersChanged.How.MOVED));
    events.publishEvent(new OrdersChanged(separated.back(), OrdersChanged.How.MOVED));
  }

  private <R> R held(CustomerId id, Function<CustomerId, R> work) {
    return transactions.execute(status -> work.apply(customers.hold(id)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
