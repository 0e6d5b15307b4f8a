package dev.siyu.products;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a selection changes in the matrix. */
@Component
class ProductChanges {

  private static final String PROPOSE =
      """
      INSERT INTO product (sku, name, kind, rank, price_cents, margin_cents, star_sku, proposed,
        changed_at, changed_by)
      VALUES (:sku, :name, :kind, :rank, :price, :margin, :star, true, :now, :actor)
      ON CONFLICT (sku) DO NOTHING
      """;
  private static final String MEASURED =
      """
      UPDATE product SET buyers_bp = :buyers, to_star_bp = coalesce(:toStar, to_star_bp),
        again_bp = :again, months_sold = :months
      WHERE sku = :sku
      """;

  /** The rows are locked first, so that two selections follow one another. */
  private static final String LOCK = "SELECT sku FROM product ORDER BY sku FOR UPDATE";

  private static final String TAKE =
      """
      UPDATE product SET kind = :kind, rank = :rank, star_sku = :star, proposed = false,
        changed_at = :now, changed_by = :actor
      WHERE sku = :sku
      """;
  private static final String OTHERS =
      """
      UPDATE product p SET rank = :taken + o.place, changed_at = :now, changed_by = :actor
      FROM (SELECT sku, row_number() OVER (ORDER BY rank, sku) AS place FROM product
        WHERE kind = :kind AND NOT proposed AND sku <> ALL (:chosen)) o
      WHERE p.sku = o.sku
      """;

  private final JdbcClient jdbc;

  ProductChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void propose(Product product, String actor, OffsetDateTime now) {
    bound(PROPOSE, product, actor, now)
        .param("name", product.name())
        .param("price", product.priceCents())
        .param("margin", product.marginCents())
        .update();
  }

  void measured(String sku, Products.Measured figures) {
    jdbc.sql(MEASURED)
        .param("sku", sku)
        .param("buyers", figures.buyersBp())
        .param("toStar", figures.toStarBp(), Types.INTEGER)
        .param("again", figures.againBp())
        .param("months", figures.months())
        .update();
  }

  void rank(List<Product> chosen, String actor, OffsetDateTime now) {
    jdbc.sql(LOCK).query(String.class).list();
    chosen.forEach(product -> bound(TAKE, product, actor, now).update());
    var skus = chosen.stream().map(Product::sku).toArray(String[]::new);
    for (var kind : ProductKind.values()) {
      var taken = chosen.stream().filter(one -> one.kind() == kind).mapToInt(Product::rank).max();
      taken.ifPresent(
          rank ->
              jdbc.sql(OTHERS)
                  .param("taken", rank)
                  .param("kind", kind.name())
                  .param("chosen", skus)
                  .param("actor", actor)
                  .param("now", now)
                  .update());
    }
  }

  private JdbcClient.StatementSpec bound(
      String sql, Product product, String actor, OffsetDateTime now) {
    return jdbc.sql(sql)
        .param("sku", product.sku())
        .param("kind", product.kind().name())
        .param("rank", product.rank())
        .param("star", product.starSku(), Types.VARCHAR)
        .param("actor", actor)
        .param("now", now);
  }
}
