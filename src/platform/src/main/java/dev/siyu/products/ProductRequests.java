package dev.siyu.products;

import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.Approvals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests for price and stock: one open per product, decided once, by the department asked. */
@Component
class ProductRequests {

  private static final String ALL = "SELECT * FROM product_request ORDER BY id DESC LIMIT 500";
  private static final String ASK =
      """
      INSERT INTO product_request (sku, department, price_cents, stock_units, note, asked_by,
        asked_at)
      SELECT sku, :department, :price, :stock, :note, :actor, :now FROM product WHERE sku = :sku
      ON CONFLICT (sku) WHERE state = 'ASKED' DO NOTHING RETURNING id
      """;

  /** The only place where a request changes its state; a grant changes the product with it. */
  private static final String DECIDE =
      """
      WITH decided AS (
        UPDATE product_request SET state = :state, reason = :reason, decided_by = :actor,
          decided_at = :now
        WHERE id = :id AND state = 'ASKED' RETURNING *),
      granted AS (
        UPDATE product p SET price_cents = d.price_cents, stock_units = d.stock_units,
          margin_cents = p.margin_cents + d.price_cents - p.price_cents, changed_at = :now,
          changed_by = :actor
        FROM decided d WHERE p.sku = d.sku AND d.state = 'GRANTED')
      SELECT count(*) FROM decided
      """;

  private record Asked(String sku, Products.Request request) {}

  private final JdbcClient jdbc;
  private final Approvals approvals;
  private final TransactionTemplate transactions;

  ProductRequests(JdbcClient jdbc, Approvals approvals, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.approvals = approvals;
    this.transactions = transactions;
  }

  Map<String, List<Products.Request>> bySku() {
    return jdbc.sql(ALL).query((row, n) -> asked(row)).list().stream()
        .collect(
            Collectors.groupingBy(
                Asked::sku, Collectors.mapping(Asked::request, Collectors.toList())));
  }

  /** Noted and asked in one transaction. */
  long ask(String sku, Products.Wish wish, String actor, OffsetDateTime now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              long id = noted(sku, wish, actor, now);
              approvals.ask(request(id, sku, wish, actor));
              return id;
            }));
  }

  private long noted(String sku, Products.Wish wish, String actor, OffsetDateTime now) {
    return jdbc.sql(ASK)
        .param("sku", sku)
        .param("department", wish.department())
        .param("price", wish.priceCents())
        .param("stock", wish.stockUnits())
        .param("note", wish.note())
        .param("actor", actor)
        .param("now", now)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> notAsked(sku));
  }

  private ApprovalRequest request(long id, String sku, Products.Wish wish, String actor) {
    var name =
        jdbc.sql("SELECT name FROM product WHERE sku = :sku")
            .param("sku", sku)
            .query(String.class)
            .single();
    return WishPaper.of(id, sku, name, wish, actor);
  }

  private Products.Refused notAsked(String sku) {
    boolean known =
        jdbc.sql("SELECT EXISTS (SELECT FROM product WHERE sku = :sku)")
            .param("sku", sku)
            .query(Boolean.class)
            .single();
    return known
        ? new Products.Refused("SIYU-4123", "a request for " + sku + " is open (decide it first)")
        : new Products.Refused("SIYU-4122", "sku: " + sku + " (expected: a product of the matrix)");
  }

  void decide(long id, boolean granted, String reason, String actor, OffsetDateTime now) {
    try {
      long decided =
          jdbc.sql(DECIDE)
              .param("id", id)
              .param("state", granted ? "GRANTED" : "REFUSED")
              .param("reason", reason)
              .param("actor", actor)
              .param("now", now)
              .query(Long.class)
              .single();
      if (decided == 0) {
        throw new Products.Refused("SIYU-4124", "request " + id + " is decided or unknown");
      }
    } catch (DataIntegrityViolationException ownRequest) {
      throw new Products.Refused("SIYU-4125", actor + " asked (expected: somebody else decides)");
    }
  }

  private static Asked asked(ResultSet row) throws SQLException {
    return new Asked(
        row.getString("sku"),
        new Products.Request(
            row.getLong("id"),
            row.getString("department"),
            row.getLong("price_cents"),
            row.getLong("stock_units"),
            row.getString("note"),
            row.getString("state"),
            row.getString("asked_by"),
            row.getObject("asked_at", OffsetDateTime.class).toInstant(),
            row.getString("decided_by"),
            instant(row.getObject("decided_at", OffsetDateTime.class)),
            row.getString("reason")));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
