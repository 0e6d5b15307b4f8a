package dev.siyu.readiness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts frequency and margin; read-only over the tables of orders and products. */
@Component
class FiguresTable {

  private static final Duration YEAR = Duration.ofDays(365);

  private static final String BOUGHT =
      """
      SELECT count(*) AS orders, count(DISTINCT customer_id) AS buyers,
        (SELECT min(paid_at) FROM paid_order) AS since
      FROM paid_order
      WHERE paid_at > :from AND paid_at <= :now AND refunded_cents < amount_cents
      """;

  /** By units sold within the year where the malls tell the lines, else plain. */
  private static final String MARGIN =
      """
      WITH sold AS (
        SELECT l.sku_id, sum(l.quantity) AS units FROM order_line l
        JOIN paid_order o USING (source, order_id)
        WHERE o.paid_at > :from AND o.paid_at <= :now GROUP BY l.sku_id)
      SELECT round(sum(p.margin_cents * s.units) * 10000.0 / sum(p.price_cents * s.units))::int AS sold,
        round((SELECT sum(margin_cents) * 10000.0 / sum(price_cents) FROM product))::int AS plain
      FROM product p JOIN sold s ON s.sku_id = p.sku
      """;

  private record Margin(@Nullable Integer sold, @Nullable Integer plain) {}

  private final JdbcClient jdbc;

  FiguresTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of the 365 days before {@code now}, without any estimate. */
  Figures at(Instant now) {
    var margin = bound(MARGIN, now).query((row, n) -> margin(row)).single();
    return bound(BOUGHT, now).query((row, n) -> figures(row, now, margin)).single();
  }

  private JdbcClient.StatementSpec bound(String sql, Instant now) {
    return jdbc.sql(sql)
        .param("from", now.minus(YEAR).atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC));
  }

  private static Margin margin(ResultSet row) throws SQLException {
    return new Margin(row.getObject("sold", Integer.class), row.getObject("plain", Integer.class));
  }

  private static Figures figures(ResultSet row, Instant now, Margin margin) throws SQLException {
    long buyers = row.getLong("buyers");
    long orders = row.getLong("orders");
    var since = row.getObject("since", OffsetDateTime.class);
    long days = since == null ? 0 : Duration.between(since.toInstant(), now).toDays();
    return new Figures(
        (int) Math.clamp(days, 0, YEAR.toDays()),
        orders,
        buyers,
        buyers == 0 ? null : Math.toIntExact(orders * 100 / buyers),
        margin.sold() == null ? margin.plain() : margin.sold(),
        margin.sold() == null ? "MATRIX" : "SOLD",
        false);
  }
}
