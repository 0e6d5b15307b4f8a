package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares a repeated report with the first one; the first stands, another content is recorded. */
@Component
class OrderConflicts {

  private static final Logger log = LoggerFactory.getLogger(OrderConflicts.class);

  private static final String KNOWN_ORDER =
      """
      SELECT concat_ws('|', customer_id, amount_cents, line_count, coalesce(country, '-'),
        coalesce(coupon_code, '-'), floor(extract(epoch FROM paid_at))::bigint)
      FROM paid_order WHERE source = :source AND order_id = :ref
      """;
  private static final String KNOWN_REFUND =
      """
      SELECT concat_ws('|', customer_id, amount_cents, coalesce(order_id, '-'),
        floor(extract(epoch FROM refunded_at))::bigint)
      FROM refund WHERE source = :source AND refund_id = :ref
      """;
  private static final String CONFLICT =
      """
      INSERT INTO order_conflict (kind, source, ref, known, reported, at)
      VALUES (:kind, :source, :ref, :known, :reported, :now) ON CONFLICT DO NOTHING
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  OrderConflicts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** True when it says something else than the first report. */
  boolean reported(PaidOrder order, CustomerId customer) {
    return refuseOther(
        "ORDER", KNOWN_ORDER, order.source(), order.orderId(), said(customer, order));
  }

  void reported(Refund refund, CustomerId customer) {
    refuseOther("REFUND", KNOWN_REFUND, refund.source(), refund.refundId(), said(customer, refund));
  }

  private boolean refuseOther(
      String kind, String knownSql, String source, String ref, String reported) {
    var known =
        jdbc.sql(knownSql).param("source", source).param("ref", ref).query(String.class).single();
    if (known.equals(reported)) {
      return false;
    }
    jdbc.sql(CONFLICT)
        .params(Map.of("kind", kind, "source", source, "ref", ref))
        .param("known", known)
        .param("reported", reported)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    log.warn(
        "SIYU-3101 {} {} of {} was reported again with other content; the first report stands, see"
            + " order_conflict",
        kind,
        ref,
        source);
    return true;
  }

  private static String said(CustomerId customer, PaidOrder order) {
    return String.join(
        "|",
        customer.value(),
        Long.toString(order.amountCents()),
        Integer.toString(order.lineCount()),
        Objects.requireNonNullElse(order.country(), "-"),
        Objects.requireNonNullElse(order.couponCode(), "-"),
        seconds(order.paidAt()));
  }

  private static String said(CustomerId customer, Refund refund) {
    return String.join(
        "|",
        customer.value(),
        Long.toString(refund.amountCents()),
        Objects.requireNonNullElse(refund.orderId(), "-"),
        seconds(refund.refundedAt()));
  }

  private static String seconds(Instant at) {
    return Long.toString(at.getEpochSecond());
  }
}
