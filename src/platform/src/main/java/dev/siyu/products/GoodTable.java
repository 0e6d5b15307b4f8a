package dev.siyu.products;

import dev.siyu.mall.MallGoods.Good;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The goods of the malls as they were read, and when they are read again. */
@Component
class GoodTable {

  private static final String PLAN =
      """
      INSERT INTO good_look (source, next_at) VALUES (:source, :at)
      ON CONFLICT (source) DO UPDATE SET next_at = :at
      WHERE good_look.next_at IS NULL OR good_look.next_at > :at
      """;
  private static final String NEXT =
      "SELECT min(next_at) FROM good_look WHERE source = ANY (:sources)";
  private static final String DUE =
      """
      SELECT source FROM good_look WHERE source = ANY (:sources) AND next_at <= :now
      ORDER BY next_at
      """;
  private static final String BEGIN =
      "UPDATE good_look SET looks = looks + 1 WHERE source = :source RETURNING looks";
  private static final String PUT =
      """
      INSERT INTO good (source, product_id, sku_id, code, title, price_cents, stock, on_sale, look,
        seen_at)
      VALUES (:source, :product, :sku, :code, :title, :price, :stock, :onSale, :look, :now)
      ON CONFLICT (source, product_id, sku_id) DO UPDATE SET code = excluded.code,
        title = excluded.title, price_cents = excluded.price_cents, stock = excluded.stock,
        on_sale = excluded.on_sale, look = excluded.look, seen_at = excluded.seen_at
      WHERE good.look <= excluded.look
      """;
  private static final String MISSED =
      """
      UPDATE good SET on_sale = false, stock = 0, seen_at = :now
      WHERE source = :source AND look < :look
      """;
  private static final String END =
      """
      UPDATE good_look SET next_at = CASE WHEN next_at <= :now THEN :next ELSE next_at END,
        problem = :problem, listed = CASE WHEN :good THEN :listed ELSE listed END,
        looked_at = CASE WHEN :good THEN :now ELSE looked_at END
      WHERE source = :source
      """;
  private static final String BY_SKU =
      """
      SELECT p.sku, g.source, min(g.price_cents) AS price,
        coalesce(sum(g.stock) FILTER (WHERE g.on_sale), 0)::bigint AS stock, min(g.seen_at) AS seen
      FROM product p JOIN good g ON g.code = p.sku GROUP BY p.sku, g.source ORDER BY p.sku, g.source
      """;
  private static final String LOOKS =
      """
      SELECT source, looked_at, next_at, listed, problem FROM good_look
      WHERE source = ANY (:sources) ORDER BY source
      """;
  private static final String SOLD_OUT =
      """
      SELECT p.sku FROM product p JOIN good g ON g.code = p.sku
      WHERE p.kind = 'TRAFFIC' GROUP BY p.sku HAVING sum(g.stock) FILTER (WHERE g.on_sale) IS NULL
        OR sum(g.stock) FILTER (WHERE g.on_sale) = 0
      ORDER BY p.sku
      """;
  private static final String WARN =
      "INSERT INTO good_warning (sku, since) VALUES (:sku, :now) ON CONFLICT DO NOTHING";
  private static final String UNWARN = "DELETE FROM good_warning WHERE NOT sku = ANY (:out)";

  private record Found(String sku, Goods.InMall mall) {}

  private final JdbcClient jdbc;

  GoodTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void plan(String source, Instant at) {
    jdbc.sql(PLAN).param("source", source).param("at", sql(at)).update();
  }

  Optional<Instant> nextDue(Collection<String> sources) {
    return jdbc.sql(NEXT)
        .param("sources", sources.toArray(String[]::new))
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<String> due(Collection<String> sources, Instant now) {
    return jdbc.sql(DUE)
        .param("sources", sources.toArray(String[]::new))
        .param("now", sql(now))
        .query(String.class)
        .list();
  }

  long begin(String source) {
    return jdbc.sql(BEGIN).param("source", source).query(Long.class).single();
  }

  void put(String source, long look, Good good, Instant now) {
    jdbc.sql(PUT)
        .param("source", source)
        .param("product", good.productId())
        .param("sku", good.skuId())
        .param("code", good.code(), java.sql.Types.VARCHAR)
        .param("title", good.title())
        .param("price", good.priceCents())
        .param("stock", good.stock())
        .param("onSale", good.onSale())
        .param("look", look)
        .param("now", sql(now))
        .update();
  }

  /** What a whole reading did not see is not sold any more. */
  void missed(String source, long look, Instant now) {
    jdbc.sql(MISSED).param("source", source).param("look", look).param("now", sql(now)).update();
  }

  void end(
      String source, int listed, @Nullable String problem, @Nullable Instant next, Instant now) {
    jdbc.sql(END)
        .param("source", source)
        .param("listed", listed)
        .param("problem", problem, java.sql.Types.VARCHAR)
        .param("good", problem == null)
        .param("next", next == null ? null : sql(next), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", sql(now))
        .update();
  }

  Map<String, List<Goods.InMall>> bySku() {
    return jdbc
        .sql(BY_SKU)
        .query(
            (row, n) ->
                new Found(
                    row.getString("sku"),
                    new Goods.InMall(
                        row.getString("source"),
                        row.getLong("price"),
                        row.getLong("stock"),
                        row.getObject("seen", OffsetDateTime.class).toInstant())))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Found::sku,
                LinkedHashMap::new,
                Collectors.mapping(Found::mall, Collectors.toList())));
  }

  List<Goods.Look> looks(Collection<String> sources) {
    return jdbc.sql(LOOKS)
        .param("sources", sources.toArray(String[]::new))
        .query(
            (row, n) ->
                new Goods.Look(
                    row.getString("source"),
                    instant(row.getObject("looked_at", OffsetDateTime.class)),
                    instant(row.getObject("next_at", OffsetDateTime.class)),
                    row.getInt("listed"),
                    row.getString("problem")))
        .list();
  }

  /** Traffic products that no mall has; answers those that were not known to be out before. */
  List<String> newlySoldOut(Instant now) {
    var out = jdbc.sql(SOLD_OUT).query(String.class).list();
    jdbc.sql(UNWARN).param("out", out.toArray(String[]::new)).update();
    return out.stream()
        .filter(sku -> jdbc.sql(WARN).param("sku", sku).param("now", sql(now)).update() == 1)
        .toList();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
