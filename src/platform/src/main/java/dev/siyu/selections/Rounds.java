package dev.siyu.selections;

import dev.siyu.content.ContentLibrary;
import dev.siyu.products.Product;
import dev.siyu.products.ProductKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whole rounds; a candidate has the price, margin and stock its product has now. */
@Component
class Rounds {

  private static final String LINES =
      """
      SELECT r.*, (SELECT count(*) FROM selection_candidate c WHERE c.round = r.id) AS candidates
      FROM selection_round r ORDER BY id DESC LIMIT 100
      """;
  private static final String ONE =
      """
      SELECT r.*, EXISTS (SELECT FROM selection_act a WHERE a.round = r.id AND a.action = 'REMINDED'
        AND a.id = (SELECT max(id) FROM selection_act WHERE round = r.id)) AS reminded
      FROM selection_round r WHERE id = :id
      """;
  private static final String CANDIDATES =
      """
      SELECT c.*, p.name, coalesce(c.price_cents, p.price_cents) AS price,
        coalesce(c.margin_cents, p.margin_cents) AS margin, p.stock_units, p.buyers_bp,
        p.to_star_bp AS product_to_star_bp, p.again_bp, p.months_sold
      FROM selection_candidate c JOIN product p ON p.sku = c.sku WHERE c.round = :round
      ORDER BY array_position(ARRAY['TRAFFIC', 'STAR', 'PERSONAL', 'NOBLE'], c.kind), c.rank
      """;

  private final JdbcClient jdbc;
  private final CandidateChecks checks;

  Rounds(JdbcClient jdbc, CandidateChecks checks) {
    this.jdbc = jdbc;
    this.checks = checks;
  }

  List<Selections.Line> lines() {
    return jdbc.sql(LINES)
        .query(
            (row, n) ->
                new Selections.Line(
                    row.getLong("id"),
                    row.getString("name"),
                    RoundState.valueOf(row.getString("state")),
                    row.getObject("effective_on", LocalDate.class),
                    row.getInt("candidates")))
        .list();
  }

  Optional<Selections.Round> find(long id) {
    return jdbc.sql(ONE).param("id", id).query((row, n) -> round(row)).optional();
  }

  private Selections.Round round(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new Selections.Round(
        id,
        row.getString("name"),
        RoundState.valueOf(row.getString("state")),
        row.getInt("revision"),
        row.getObject("effective_on", LocalDate.class),
        row.getInt("review_weeks"),
        row.getString("opened_by"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        candidates(id),
        row.getString("decision"),
        Arrays.asList((String[]) row.getArray("deciders").getArray()),
        row.getString("decision_reason"),
        instant(row, "applied_at"),
        instant(row, "counted_at"),
        row.getBoolean("reminded"));
  }

  private List<Selections.Candidate> candidates(long round) {
    var kits = checks.kits();
    return jdbc.sql(CANDIDATES)
        .param("round", round)
        .query((row, n) -> candidate(row, kits))
        .list();
  }

  private Selections.Candidate candidate(ResultSet row, Map<String, ContentLibrary.Kit> kits)
      throws SQLException {
    var product = product(row);
    var publicPrice = row.getObject("public_price_cents", Long.class);
    return new Selections.Candidate(
        product.sku(),
        product.name(),
        product.kind(),
        product.rank(),
        product.priceCents(),
        product.marginCents(),
        product.starSku(),
        publicPrice,
        product.stockUnits(),
        checks.of(product, publicPrice, kits),
        ResultTable.result(row));
  }

  /** As it would stand in the matrix. */
  private static Product product(ResultSet row) throws SQLException {
    return new Product(
        row.getString("sku"),
        row.getString("name"),
        ProductKind.valueOf(row.getString("kind")),
        row.getInt("rank"),
        row.getLong("price"),
        row.getLong("margin"),
        row.getString("star_sku"),
        row.getObject("stock_units", Long.class),
        row.getObject("buyers_bp", Integer.class),
        row.getObject("product_to_star_bp", Integer.class),
        row.getObject("again_bp", Integer.class),
        row.getObject("months_sold", Integer.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** The round of a correlation key such as s3. */
  static long id(String key) {
    return Long.parseLong(key.substring(1));
  }

  static String key(long id) {
    return "s" + id;
  }
}
