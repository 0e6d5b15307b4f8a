package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcPurchases implements Purchases {

  private static final String STORY =
      """
      SELECT coalesce(array_agg(paid_at ORDER BY paid_at)
          FILTER (WHERE refunded_cents < amount_cents), '{}') AS paid,
        CASE WHEN bool_or(refunded_cents = amount_cents) THEN
          (SELECT max(refunded_at) FROM refund WHERE customer_id = :id) END AS returned_at,
        coalesce(sum(amount_cents), 0)
          - (SELECT coalesce(sum(amount_cents), 0) FROM refund WHERE customer_id = :id) AS net
      FROM paid_order WHERE customer_id = :id
      """;

  private final JdbcClient jdbc;
  private final Customers customers;
  private final ShopCycles cycles;

  JdbcPurchases(JdbcClient jdbc, Customers customers, ShopCycles cycles) {
    this.jdbc = jdbc;
    this.customers = customers;
    this.cycles = cycles;
  }

  @Override
  public PurchaseStory story(CustomerId customer) {
    var id = customers.find(customer).map(found -> found.id()).orElse(customer);
    return jdbc.sql(STORY).param("id", id.value()).query((row, n) -> story(row)).single();
  }

  @Override
  public OptionalInt shopCycle(Instant now) {
    return cycles.of(now);
  }

  private static PurchaseStory story(ResultSet row) throws SQLException {
    var paid = (Timestamp[]) row.getArray("paid").getArray();
    return new PurchaseStory(
        Arrays.stream(paid).map(Timestamp::toInstant).toList(),
        instant(row.getTimestamp("returned_at")),
        row.getLong("net"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
