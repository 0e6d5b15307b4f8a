package dev.siyu.orders;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The consumption cycle of a typical customer: the median over customers of each one's median gap.
 * One row a week, so that all orders are read once a week and not for every customer.
 */
@Component
class ShopCycles {

  private static final String KNOWN = "SELECT days FROM shop_cycle WHERE week = :week";

  /** Days of purchase, gaps between them, a median for each customer, the median of these. */
  private static final String COMPUTE =
      """
      INSERT INTO shop_cycle (week, customers, days, computed_at)
      SELECT :week, count(*), CASE WHEN count(*) >= :fewest THEN
          greatest(1, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY own)))::integer END, :now
      FROM (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY gap) AS own
        FROM (SELECT customer_id,
            day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap
          FROM (SELECT DISTINCT customer_id, (paid_at AT TIME ZONE :zone)::date AS day
            FROM paid_order WHERE refunded_cents < amount_cents AND paid_at <= :now) days) gaps
        WHERE gap IS NOT NULL GROUP BY customer_id) owns
      ON CONFLICT DO NOTHING
      """;

  /** Below this a median over customers says nothing of the shop. */
  static final int FEWEST_CUSTOMERS = 30;

  private final JdbcClient jdbc;
  private final ZoneId zone;

  ShopCycles(JdbcClient jdbc, @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.jdbc = jdbc;
    this.zone = zone;
  }

  OptionalInt of(Instant now) {
    var week =
        LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var days =
        known(week)
            .or(
                () -> {
                  compute(week, now);
                  return known(week);
                })
            .orElse(0);
    return days == 0 ? OptionalInt.empty() : OptionalInt.of(days);
  }

  /** 0 when the week has too few customers. */
  private Optional<Integer> known(LocalDate week) {
    return jdbc.sql(KNOWN).param("week", week).query((row, n) -> row.getInt(1)).optional();
  }

  private void compute(LocalDate week, Instant now) {
    jdbc.sql(COMPUTE)
        .param("week", week)
        .param("fewest", FEWEST_CUSTOMERS)
        .param("zone", zone.getId())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
