package dev.siyu.selections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what sold and to whom; read-only over the order lines. Returned pieces do not count. */
@Component
class SalesTable {

  private static final String BOUGHT =
      """
      WITH bought AS MATERIALIZED (
        SELECT l.sku_id AS sku, o.customer_id, o.paid_at,
          (o.paid_at AT TIME ZONE :zone)::date AS day, l.title,
          l.quantity - l.after_sale_done AS units,
          l.paid_cents * (l.quantity - l.after_sale_done) / l.quantity AS cents
        FROM order_line l JOIN paid_order o USING (source, order_id)
        WHERE o.paid_at > :from AND o.paid_at <= :now AND o.refunded_cents < o.amount_cents
          AND l.quantity > l.after_sale_done)
      """;

  /** A star counts when it was bought with the product or later. */
  private static final String OF =
      BOUGHT
          + """
          , asked AS (SELECT * FROM unnest(:skus, :stars) AS a (sku, star)),
          mine AS (
            SELECT b.sku, b.customer_id, min(b.paid_at) AS first, count(DISTINCT b.day) AS days
            FROM bought b JOIN asked a ON a.sku = b.sku GROUP BY 1, 2),
          later AS (
            SELECT sku AS star, customer_id, max(paid_at) AS last FROM bought
            WHERE sku = ANY (:stars) GROUP BY 1, 2),
          sums AS (
            SELECT sku, max(title) AS title, sum(units) AS units, sum(cents) AS cents,
              count(DISTINCT date_trunc('month', day)) AS months
            FROM bought GROUP BY sku)
          SELECT a.sku, a.star, s.title, s.units, s.cents, s.months,
            (SELECT count(DISTINCT customer_id) FROM bought) AS everybody,
            count(m.customer_id) AS buyers,
            count(*) FILTER (WHERE m.days > 1) AS again,
            count(*) FILTER (WHERE l.last >= m.first) AS gone_on
          FROM asked a JOIN sums s ON s.sku = a.sku JOIN mine m ON m.sku = a.sku
          LEFT JOIN later l ON l.star = a.star AND l.customer_id = m.customer_id
          GROUP BY a.sku, a.star, s.title, s.units, s.cents, s.months
          """;

  private static final String BEST =
      BOUGHT
          + """
          SELECT sku FROM bought GROUP BY sku ORDER BY count(DISTINCT customer_id) DESC, sku
          LIMIT :limit
          """;

  private final JdbcClient jdbc;
  private final SelectionSettings settings;
  private final ZoneId zone;

  SalesTable(
      JdbcClient jdbc,
      SelectionSettings settings,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.zone = zone;
  }

  /** By buyers, most first. */
  List<Selections.Sales> best(Instant now, int limit) {
    var skus = bound(BEST, now).param("limit", limit).query(String.class).list();
    var stars = new LinkedHashMap<String, Optional<String>>();
    skus.forEach(sku -> stars.put(sku, Optional.empty()));
    return of(now, stars);
  }

  /** Of these products, each with the star it leads to; what nobody bought is left out. */
  List<Selections.Sales> of(Instant now, Map<String, Optional<String>> starBySku) {
    var skus = starBySku.keySet().toArray(String[]::new);
    var stars = starBySku.values().stream().map(star -> star.orElse(null)).toArray(String[]::new);
    return bound(OF, now)
        .param("skus", skus)
        .param("stars", stars)
        .query((row, n) -> sales(row))
        .list()
        .stream()
        .sorted(
            Comparator.comparing(Selections.Sales::buyers)
                .reversed()
                .thenComparing(Selections.Sales::sku))
        .toList();
  }

  private JdbcClient.StatementSpec bound(String sql, Instant now) {
    return jdbc.sql(sql)
        .param("zone", zone.getId())
        .param("from", utc(now.minus(Duration.ofDays(settings.windowDays()))))
        .param("now", utc(now));
  }

  private Selections.Sales sales(ResultSet row) throws SQLException {
    long buyers = row.getLong("buyers");
    boolean starred = row.getString("star") != null;
    return new Selections.Sales(
        row.getString("sku"),
        row.getString("title"),
        buyers,
        share(buyers, row.getLong("everybody")),
        starred ? share(row.getLong("gone_on"), buyers) : null,
        share(row.getLong("again"), buyers),
        row.getInt("months"),
        row.getLong("units"),
        row.getLong("cents"));
  }

  /** Basis points, rounded. */
  static int share(long part, long whole) {
    return whole == 0 ? 0 : (int) Math.round(10_000.0 * part / whole);
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
