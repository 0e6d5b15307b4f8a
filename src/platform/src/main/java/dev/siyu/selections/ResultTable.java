package dev.siyu.selections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What selected products achieved since they took effect. */
@Component
class ResultTable {

  /** A first order is a customer's first one that is not fully refunded, over all malls. */
  private static final String COUNT =
      """
      WITH ordered AS (
        SELECT source, order_id, customer_id, paid_at,
          row_number() OVER (PARTITION BY customer_id ORDER BY paid_at, source, order_id) AS nth
        FROM paid_order WHERE refunded_cents < amount_cents AND paid_at <= :now),
      bought AS (
        SELECT c.sku, o.customer_id, o.paid_at, o.nth, l.quantity - l.after_sale_done AS units,
          l.paid_cents * (l.quantity - l.after_sale_done) / l.quantity AS cents
        FROM selection_candidate c JOIN order_line l ON l.sku_id = c.sku
        JOIN ordered o USING (source, order_id)
        WHERE c.round = :round AND o.paid_at >= :since AND l.quantity > l.after_sale_done),
      star AS (
        SELECT l.sku_id AS sku, o.customer_id, max(o.paid_at) AS last
        FROM order_line l JOIN ordered o USING (source, order_id)
        WHERE o.paid_at >= :since AND l.quantity > l.after_sale_done
          AND l.sku_id IN (SELECT star_sku FROM selection_candidate WHERE round = :round)
        GROUP BY 1, 2),
      mine AS (
        SELECT sku, customer_id, min(paid_at) AS first, min(nth) AS nth, sum(units) AS units,
          sum(cents) AS cents
        FROM bought GROUP BY 1, 2),
      found AS (
        SELECT c.sku, count(m.customer_id) AS buyers,
          count(*) FILTER (WHERE m.nth = 1) AS first_orders,
          coalesce(sum(m.units), 0) AS units, coalesce(sum(m.cents), 0) AS cents,
          CASE WHEN c.star_sku IS NOT NULL AND count(m.customer_id) > 0 THEN
            round(count(*) FILTER (WHERE s.last >= m.first) * 10000.0 / count(m.customer_id)) END
            AS to_star
        FROM selection_candidate c LEFT JOIN mine m ON m.sku = c.sku
        LEFT JOIN star s ON s.sku = c.star_sku AND s.customer_id = m.customer_id
        WHERE c.round = :round GROUP BY c.sku, c.star_sku)
      UPDATE selection_candidate c SET first_orders = f.first_orders, buyers = f.buyers,
        units = f.units, to_star_bp = f.to_star, net_cents = f.cents,
        earned_cents = f.units * coalesce(c.margin_cents, 0)
      FROM found f WHERE c.round = :round AND c.sku = f.sku
      """;

  private final JdbcClient jdbc;

  ResultTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Answers how many candidates were counted. */
  int count(long round, Instant since, Instant now) {
    return jdbc.sql(COUNT)
        .param("round", round)
        .param("since", SalesTable.utc(since))
        .param("now", SalesTable.utc(now))
        .update();
  }

  void verdict(long round, String sku, boolean stays) {
    jdbc.sql(
            "UPDATE selection_candidate SET verdict = :verdict WHERE round = :round AND sku = :sku")
        .param("round", round)
        .param("sku", sku)
        .param("verdict", stays ? "KEEP" : "REPLACE")
        .update();
  }

  static Selections.@Nullable Result result(ResultSet row) throws SQLException {
    return row.getObject("buyers", Integer.class) == null
        ? null
        : new Selections.Result(
            row.getInt("first_orders"),
            row.getInt("buyers"),
            row.getLong("units"),
            row.getObject("to_star_bp", Integer.class),
            row.getLong("net_cents"),
            row.getLong("earned_cents"),
            row.getString("verdict"));
  }
}
