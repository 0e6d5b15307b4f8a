package dev.siyu.attribution;

import dev.siyu.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The same year counted by one SQL statement over the recorded rows, which shares nothing with the
 * product: refunds are laid on orders by the height of a pile, not by walking over it.
 */
final class CountedBySql {

  private static final String TABLE =
      """
      CREATE TABLE recorded (customer text, at timestamptz, id text, cents bigint, country text,
        channel text)
      """;
  private static final String ROWS =
      """
      INSERT INTO recorded SELECT * FROM jsonb_to_recordset(CAST(:rows AS jsonb))
        AS r(customer text, at timestamptz, id text, cents bigint, country text, channel text)
      """;

  /** One order against every later move of its customer is much to sort for the usual 4 MB. */
  private static final List<String> FOR_ONE_LARGE_STATEMENT =
      List.of("ANALYZE recorded", "SET LOCAL work_mem = '64MB'", "SET LOCAL jit = off");

  private record Row(
      String customer,
      Instant at,
      String id,
      long cents,
      @Nullable String country,
      String channel) {}

  static final String COUNT =
      """
      WITH pile AS (
        SELECT *, sum(CASE WHEN country IS NULL THEN -cents ELSE cents END) OVER w AS height,
          row_number() OVER w AS n
        FROM recorded
        WINDOW w AS (PARTITION BY customer ORDER BY at, country IS NULL, id)),
      floored AS (
        SELECT *, height - least(0, min(height) OVER (PARTITION BY customer ORDER BY n)) AS h FROM pile),
      moves AS (
        SELECT *, coalesce(lag(h) OVER (PARTITION BY customer ORDER BY n), 0) AS h0,
          row_number() OVER (PARTITION BY customer, country IS NULL ORDER BY n) AS turn,
          count(country) OVER (PARTITION BY customer ORDER BY n) AS paid,
          min(at) FILTER (WHERE country IS NOT NULL) OVER (PARTITION BY customer) AS first_paid
        FROM floored),
      walks AS (
        SELECT o.id AS order_id, o.h AS top, o.h0 AS bottom, m.id AS refund_id, m.at, m.n, m.h,
          m.h0, m.country, min(m.h) OVER (PARTITION BY o.id ORDER BY m.n
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS low
        FROM moves o JOIN moves m ON m.customer = o.customer AND m.n >= o.n
        WHERE o.country IS NOT NULL),
      laid AS (
        SELECT order_id, refund_id, at, n,
          greatest(0, least(h0, top, low) - greatest(h, bottom)) AS cents
        FROM walks WHERE country IS NULL),
      rule AS (
        SELECT id AS order_id, at, cents, CASE
          WHEN turn = 1 AND channel = 'store' THEN '{"门店":7000,"私域运营部":3000}'
          WHEN turn = 1 AND channel <> 'parcel-card' THEN '{"电商部":5000,"私域运营部":5000}'
          WHEN turn = 1 THEN '{"电商部":3333,"私域运营部":3333,"门店":3334}'
          WHEN channel = 'store' THEN '{"门店":6000,"私域运营部":2500,"电商部":1500}'
          WHEN country = 'United Kingdom' THEN '{"私域运营部":8500,"电商部":1500}'
          ELSE '{"电商部":7500,"私域运营部":2500}' END::jsonb AS shares
        FROM moves WHERE country IS NOT NULL),
      steps AS (
        SELECT order_id, at, 0 AS step, cents AS net, shares FROM rule
        UNION ALL
        SELECT r.order_id, l.at, row_number() OVER (PARTITION BY r.order_id ORDER BY l.n),
          (r.cents - sum(l.cents) OVER (PARTITION BY r.order_id ORDER BY l.n))::bigint, r.shares
        FROM rule r JOIN laid l ON l.order_id = r.order_id WHERE l.cents > 0),
      floors AS (
        SELECT order_id, at, step, net, s.key AS department, net * s.value::bigint / 10000 AS part,
          net * s.value::bigint % 10000 AS fraction
        FROM steps, jsonb_each_text(shares) s),
      parts AS (
        SELECT *, part + CASE WHEN row_number() OVER (PARTITION BY order_id, step
            ORDER BY fraction DESC, department COLLATE "C")
            <= net - sum(part) OVER (PARTITION BY order_id, step) THEN 1 ELSE 0 END AS cents
        FROM floors),
      changes AS (
        SELECT at, department, cents - coalesce(lag(cents)
          OVER (PARTITION BY order_id, department ORDER BY step), 0) AS cents FROM parts
        UNION ALL
        SELECT at, CASE
            WHEN channel = 'store' AND at >= first_paid - interval '2 days' THEN '门店'
            WHEN turn_country IS NULL THEN '待定' WHEN turn_country = 'United Kingdom' THEN '私域运营部' ELSE '电商部' END,
          -(cents - (h0 - h))
        FROM (SELECT *, max(country) OVER (PARTITION BY customer, paid) AS turn_country FROM moves) m
        WHERE country IS NULL)
      SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') || ' ' || department || ' '
        || sum(cents)
      FROM changes GROUP BY to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'), department
      HAVING sum(cents) <> 0 ORDER BY 1
      """;

  private CountedBySql() {}

  /** Counts in a transaction of its own. */
  static List<String> perMonth(TestDatabase database, List<RecordedYear.Event> events) {
    var jdbc = database.jdbc();
    return Objects.requireNonNull(
        database
            .transactions()
            .execute(
                status -> {
                  jdbc.sql(TABLE).update();
                  jdbc.sql(ROWS).param("rows", Json.rows(rows(events))).update();
                  FOR_ONE_LARGE_STATEMENT.forEach(one -> jdbc.sql(one).update());
                  return jdbc.sql(COUNT).query(String.class).list();
                }));
  }

  private static List<Row> rows(List<RecordedYear.Event> events) {
    return events.stream()
        .map(
            one ->
                new Row(
                    one.customer(),
                    one.at(),
                    one.id(),
                    one.cents(),
                    one.country(),
                    RecordedYear.channel(one.customer())))
        .toList();
  }
}
