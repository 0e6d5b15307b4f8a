package dev.siyu.layers;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what customers bought, from the orders themselves. */
@Component
class FactsTable {

  private static final String BOUGHT =
      """
      WITH kept AS (
        SELECT customer_id, amount_cents, amount_cents - refunded_cents AS cents,
          (paid_at AT TIME ZONE :zone)::date AS day
        FROM paid_order WHERE customer_id = ANY (:ids)),
      bought AS (
        SELECT customer_id, sum(amount_cents) AS paid,
          sum(cents) FILTER (WHERE day > :from) AS year,
          count(*) FILTER (WHERE day > :from AND cents > 0) AS orders,
          count(DISTINCT date_trunc('month', day)) FILTER (WHERE day > :from AND cents > 0) AS months,
          min(day) FILTER (WHERE day > :from AND cents > 0) AS first,
          max(day) FILTER (WHERE cents > 0) AS last
        FROM kept GROUP BY customer_id),
      returned AS (
        SELECT customer_id, sum(amount_cents) AS cents
        FROM refund WHERE customer_id = ANY (:ids) GROUP BY customer_id)
      SELECT i.id, coalesce(b.year, 0) AS year, coalesce(b.paid, 0) - coalesce(r.cents, 0) AS ever,
        coalesce(b.orders, 0) AS orders, coalesce(b.months, 0) AS months, b.first, b.last
      FROM unnest(:ids) AS i (id)
      LEFT JOIN bought b ON b.customer_id = i.id
      LEFT JOIN returned r ON r.customer_id = i.id
      """;

  private final JdbcClient jdbc;

  FactsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One entry per id, also for those who never bought. */
  List<Bought> of(Collection<String> ids, LocalDate today, ZoneId zone) {
    return jdbc.sql(BOUGHT)
        .param("ids", ids.toArray(String[]::new))
        .param("zone", zone.getId())
        .param("from", today.minusDays(Bought.WINDOW_DAYS))
        .query(
            (row, n) ->
                new Bought(
                    row.getString("id"),
                    row.getLong("year"),
                    row.getLong("ever"),
                    row.getInt("orders"),
                    row.getInt("months"),
                    row.getObject("first", LocalDate.class),
                    row.getObject("last", LocalDate.class)))
        .list();
  }
}
