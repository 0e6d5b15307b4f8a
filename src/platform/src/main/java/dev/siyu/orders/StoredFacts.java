package dev.siyu.orders;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the newest facts of each order and the lines of orders and refunds. */
@Component
class StoredFacts {

  private static final String FACTS =
      """
      UPDATE paid_order SET shop = :shop, channel = :channel, scene = :scene, sharer = :sharer,
        live_id = :liveId, placed_at = :placedAt,
        confirmed_at = coalesce(:confirmedAt, confirmed_at),
        settled_at = coalesce(:settledAt, settled_at), commission_cents = :commission, as_of = :asOf
      WHERE source = :source AND order_id = :ref
        AND (as_of IS NULL OR as_of <= :asOf)
      """;
  private static final String FORGET_LINES =
      "DELETE FROM order_line WHERE source = :source AND order_id = :ref";
  private static final String LINE =
      """
      INSERT INTO order_line (source, order_id, line_no, sku_id, product_id, title, quantity,
        paid_cents, after_sale_open, after_sale_done)
      VALUES (:source, :ref, :n, :sku, :product, :title, :quantity, :cents, :open, :done)
      """;
  private static final String REFUND_LINE =
      """
      INSERT INTO refund_line (source, refund_id, line_no, sku_id, quantity, amount_cents)
      VALUES (:source, :ref, :n, :sku, :quantity, :cents) ON CONFLICT DO NOTHING
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  StoredFacts(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** True when they were newer than what we had; reports without a time change nothing. */
  boolean keep(PaidOrder order) {
    var facts = order.facts();
    if (facts.asOf() == null) {
      return false;
    }
    boolean newer =
        jdbc.sql(FACTS)
                .param("source", order.source())
                .param("ref", order.orderId())
                .param("shop", facts.shop(), Types.VARCHAR)
                .param("channel", facts.channel(), Types.VARCHAR)
                .param("scene", facts.scene(), Types.VARCHAR)
                .param("sharer", facts.sharer(), Types.VARCHAR)
                .param("liveId", facts.liveId(), Types.VARCHAR)
                .param("placedAt", sql(facts.placedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("confirmedAt", sql(facts.confirmedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("settledAt", sql(facts.settledAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("commission", facts.commissionCents(), Types.BIGINT)
                .param("asOf", sql(facts.asOf()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update()
            == 1;
    if (newer) {
      lines(order);
    }
    return newer;
  }

  private void lines(PaidOrder order) {
    jdbc.sql(FORGET_LINES).param("source", order.source()).param("ref", order.orderId()).update();
    int n = 0;
    List<SqlParameterSource> lines = new ArrayList<>();
    for (var line : order.facts().lines()) {
      lines.add(
          new MapSqlParameterSource()
              .addValue("source", order.source())
              .addValue("ref", order.orderId())
              .addValue("n", ++n)
              .addValue("sku", line.skuId())
              .addValue("product", line.productId(), Types.VARCHAR)
              .addValue("title", line.title(), Types.VARCHAR)
              .addValue("quantity", line.quantity())
              .addValue("cents", line.paidCents())
              .addValue("open", line.afterSaleOpen())
              .addValue("done", line.afterSaleDone()));
    }
    insert(LINE, lines);
  }

  void keep(Refund refund) {
    int n = 0;
    List<SqlParameterSource> lines = new ArrayList<>();
    for (var line : refund.lines()) {
      lines.add(
          new MapSqlParameterSource()
              .addValue("source", refund.source())
              .addValue("ref", refund.refundId())
              .addValue("n", ++n)
              .addValue("sku", line.skuId())
              .addValue("quantity", line.quantity())
              .addValue("cents", line.amountCents(), Types.BIGINT));
    }
    insert(REFUND_LINE, lines);
  }

  /** In one round trip: an order of a wholesale shop has 20 lines and more. */
  private void insert(String sql, List<SqlParameterSource> lines) {
    batches.batchUpdate(sql, lines.toArray(SqlParameterSource[]::new));
  }

  private static java.time.@Nullable OffsetDateTime sql(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
