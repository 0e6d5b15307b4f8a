package dev.siyu.attribution;

import dev.siyu.orders.OrdersChanged;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose orders changed. One insert is all that an order's own transaction pays for the book. */
@Component
class Queue {

  private static final String ADD = "INSERT INTO attribution_due (customer_id) VALUES (:id)";
  private static final String IS_EMPTY = "SELECT NOT EXISTS (SELECT FROM attribution_due)";
  private static final String TAKE =
      """
      WITH next AS (
        SELECT customer_id FROM (SELECT customer_id, id FROM attribution_due ORDER BY id LIMIT :rows)
          oldest GROUP BY customer_id ORDER BY min(id) LIMIT :limit),
      taken AS (
        DELETE FROM attribution_due d USING next WHERE d.customer_id = next.customer_id
        RETURNING d.customer_id)
      SELECT DISTINCT customer_id FROM taken
      """;
  private static final String OLDEST =
      """
      SELECT customer_id FROM attribution_due GROUP BY customer_id ORDER BY min(id) LIMIT :limit
      """;
  private static final String DROP = "DELETE FROM attribution_due WHERE customer_id = :id";
  private static final int ROWS_PER_CUSTOMER = 10;

  private final JdbcClient jdbc;

  Queue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void follow(OrdersChanged changed) {
    add(changed.customer().value());
  }

  void add(String customer) {
    jdbc.sql(ADD).param("id", customer).update();
  }

  boolean isEmpty() {
    return jdbc.sql(IS_EMPTY).query(Boolean.class).single();
  }

  /** Who has waited longest, without taking them off. */
  List<String> oldest(int limit) {
    return jdbc.sql(OLDEST).param("limit", limit).query(String.class).list();
  }

  void drop(String customer) {
    jdbc.sql(DROP).param("id", customer).update();
  }

  /** Takes the longest waiting customers off; a rollback puts them back. */
  List<String> take(int limit) {
    return jdbc.sql(TAKE)
        .param("limit", limit)
        .param("rows", limit * ROWS_PER_CUSTOMER)
        .query(String.class)
        .list();
  }
}
