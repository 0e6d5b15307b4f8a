package dev.siyu.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** P5: customers who wait in the intake journey pay; how long until their nudge is cancelled. */
final class Payments {

  private static final String WAITING =
      """
      SELECT count(DISTINCT p.key) FROM history.process_instance p
      JOIN history.timer t ON t.instance_key = p.key AND t.state = 'WAITING'
      WHERE p.process_id = 'seed-user-intake' AND p.state = 'ACTIVE'
      """;
  private static final String CANCELLED =
      """
      WITH cancelled AS (
        SELECT p.customer_id, min(r.at) AS at FROM history.record r
        JOIN history.process_instance p ON p.key = r.instance_key
        WHERE r.value_type = 'TIMER' AND r.intent = 'CANCELED'
          AND p.process_id = 'seed-user-intake'
        GROUP BY p.customer_id)
      SELECT extract(epoch FROM x.at - e.received_at)
      FROM inbox_event e
      JOIN customer c ON c.union_id = e.subject
      JOIN cancelled x ON x.customer_id = c.id
      WHERE e.source = 'MALL' AND e.type = 'order.paid'
      """;

  private final Product product;

  Payments(Product product) {
    this.product = product;
  }

  /** Waits until the journeys of so many customers wait at a timer. */
  void awaitNudges(int customers) {
    Product.until(customers + " customers wait", () -> product.count(WAITING) >= customers);
  }

  /** Orders of the customers {@code first} and on; seconds from the stored webhook. */
  Quantiles run(int first, int orders, double perSecond) throws Exception {
    Offered.run(product.simulator(), 8, orders, perSecond, n -> Sample.order(first + n));
    Product.until(orders + " nudges are cancelled", () -> cancelled().count() >= orders);
    return cancelled();
  }

  private Quantiles cancelled() throws SQLException {
    List<Double> all = new ArrayList<>();
    try (var query = product.tables().createStatement();
        var rows = query.executeQuery(CANCELLED)) {
      while (rows.next()) {
        all.add(rows.getDouble(1));
      }
    }
    return Quantiles.of(all);
  }
}
