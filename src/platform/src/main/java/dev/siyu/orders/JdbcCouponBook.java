package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcCouponBook implements CouponBook {

  private static final String ENDED =
      """
      INSERT INTO coupon_end (source, code, customer_id, how, order_id, ended_at)
      VALUES (:source, :code, :customer, :how, :order, :at)
      ON CONFLICT (source, code) DO UPDATE SET how = 'USED', ended_at = excluded.ended_at,
        order_id = coalesce(excluded.order_id, coupon_end.order_id)
      WHERE excluded.how = 'USED'
        AND (coupon_end.how = 'EXPIRED' OR coupon_end.order_id IS NULL)
      """;

  private final JdbcClient jdbc;

  JdbcCouponBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void ended(
      String source,
      String code,
      CustomerId customer,
      End how,
      @Nullable String orderId,
      Instant at) {
    jdbc.sql(ENDED)
        .param("source", source)
        .param("code", code)
        .param("customer", customer.value())
        .param("how", how.name())
        .param("order", orderId, java.sql.Types.VARCHAR)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
