package dev.siyu.products;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcProducts implements Products {

  private static final String ALL =
      """
      SELECT * FROM product WHERE NOT proposed
      ORDER BY array_position(ARRAY['TRAFFIC', 'STAR', 'PERSONAL', 'NOBLE'], kind), rank, sku
      """;

  /** A stock of zero counts while it is fresh; a product that no mall lists is not judged. */
  private static final String FIRST =
      """
      SELECT * FROM product p WHERE kind = :kind AND NOT proposed AND NOT EXISTS (
        SELECT FROM good g WHERE g.code = p.sku
        HAVING count(*) > 0 AND min(g.seen_at) > :trusted
          AND coalesce(sum(g.stock) FILTER (WHERE g.on_sale), 0) = 0)
      ORDER BY rank, sku LIMIT 1
      """;

  private static final String PUT =
      """
      INSERT INTO product (sku, name, kind, rank, price_cents, margin_cents, star_sku, stock_units,
        buyers_bp, to_star_bp, again_bp, months_sold, changed_at, changed_by)
      VALUES (:sku, :name, :kind, :rank, :price, :margin, :star, :stock, :buyers, :toStar, :again,
        :months, :now, :actor)
      ON CONFLICT (sku) DO UPDATE SET name = excluded.name, kind = excluded.kind,
        rank = excluded.rank, price_cents = excluded.price_cents,
        margin_cents = excluded.margin_cents, star_sku = excluded.star_sku,
        stock_units = coalesce(excluded.stock_units, product.stock_units),
        buyers_bp = coalesce(excluded.buyers_bp, product.buyers_bp),
        to_star_bp = coalesce(excluded.to_star_bp, product.to_star_bp),
        again_bp = coalesce(excluded.again_bp, product.again_bp),
        months_sold = coalesce(excluded.months_sold, product.months_sold),
        changed_at = excluded.changed_at, changed_by = excluded.changed_by, proposed = false
      """;

  private final JdbcClient jdbc;
  private final ProductRequests requests;
  private final ProductChanges changes;
  private final ProductSettings settings;
  private final GoodSettings goods;
  private final Clock clock;

  JdbcProducts(
      JdbcClient jdbc,
      ProductRequests requests,
      ProductChanges changes,
      ProductSettings settings,
      GoodSettings goods,
      Clock clock) {
    this.goods = goods;
    this.jdbc = jdbc;
    this.requests = requests;
    this.changes = changes;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Optional<Product> first(ProductKind kind) {
    return jdbc.sql(FIRST)
        .param("kind", kind.name())
        .param("trusted", clock.instant().minus(goods.trust()).atOffset(ZoneOffset.UTC))
        .query((row, n) -> product(row))
        .optional();
  }

  @Override
  public List<Entry> matrix() {
    var all = jdbc.sql(ALL).query((row, n) -> product(row)).list();
    var bySku = all.stream().collect(Collectors.toMap(Product::sku, Function.identity()));
    var asked = requests.bySku();
    return all.stream()
        .map(
            product ->
                new Entry(
                    product, checks(product, bySku), asked.getOrDefault(product.sku(), List.of())))
        .toList();
  }

  private List<TrafficCheck> checks(Product product, Map<String, Product> bySku) {
    return product.kind() == ProductKind.TRAFFIC
        ? TrafficChecks.of(
            product, product.starSku() == null ? null : bySku.get(product.starSku()), settings)
        : List.of();
  }

  @Override
  public void put(Product product, String actor) {
    requireStar(product);
    jdbc.sql(PUT)
        .param("sku", product.sku())
        .param("name", product.name())
        .param("kind", product.kind().name())
        .param("rank", product.rank())
        .param("price", product.priceCents())
        .param("margin", product.marginCents())
        .param("star", product.starSku())
        .param("stock", product.stockUnits())
        .param("buyers", product.buyersBp())
        .param("toStar", product.toStarBp())
        .param("again", product.againBp())
        .param("months", product.monthsSold())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("actor", actor)
        .update();
  }

  private void requireStar(Product product) {
    var star = product.starSku();
    if (star == null) {
      return;
    }
    boolean isStar =
        jdbc.sql("SELECT EXISTS (SELECT FROM product WHERE sku = :sku AND kind = 'STAR')")
            .param("sku", star)
            .query(Boolean.class)
            .single();
    if (product.kind() != ProductKind.TRAFFIC || !isStar) {
      throw new Refused(
          "SIYU-4121", "starSku: " + star + " (expected: a STAR product, of a TRAFFIC product)");
    }
  }

  @Override
  public Optional<Product> find(String sku) {
    return jdbc.sql("SELECT * FROM product WHERE sku = :sku")
        .param("sku", sku)
        .query((row, n) -> product(row))
        .optional();
  }

  @Override
  public void propose(Product product, String actor) {
    changes.propose(product, actor, now());
  }

  @Override
  public void measured(String sku, Measured figures) {
    changes.measured(sku, figures);
  }

  @Override
  public List<TrafficCheck> checks(Product traffic, @Nullable Product star) {
    return TrafficChecks.of(traffic, star, settings);
  }

  @Override
  public void rank(List<Product> chosen, String actor) {
    changes.rank(chosen, actor, now());
  }

  @Override
  public long ask(String sku, Wish wish, String actor) {
    return requests.ask(sku, wish, actor, now());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Product product(ResultSet row) throws SQLException {
    return new Product(
        row.getString("sku"),
        row.getString("name"),
        ProductKind.valueOf(row.getString("kind")),
        row.getInt("rank"),
        row.getLong("price_cents"),
        row.getLong("margin_cents"),
        row.getString("star_sku"),
        row.getObject("stock_units", Long.class),
        integer(row, "buyers_bp"),
        integer(row, "to_star_bp"),
        integer(row, "again_bp"),
        integer(row, "months_sold"));
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }
}
