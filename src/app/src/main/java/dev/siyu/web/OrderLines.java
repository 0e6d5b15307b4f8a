package dev.siyu.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an order was of, as far as the mall told it; no money. */
@Repository
class OrderLines {

  private static final String LINES =
      """
      SELECT DISTINCT ON (sku_id) sku_id AS sku, title, quantity FROM order_line
      WHERE source = :source AND order_id = :order ORDER BY sku_id, line_no LIMIT 200
      """;

  record Line(String sku, @Nullable String title, int quantity) {}

  private final JdbcClient jdbc;

  OrderLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Line> of(String source, String orderId) {
    return jdbc.sql(LINES).param("source", source).param("order", orderId).query(Line.class).list();
  }
}
