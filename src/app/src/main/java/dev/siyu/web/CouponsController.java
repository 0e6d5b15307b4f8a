package dev.siyu.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The coupons of a customer: issued by journeys, used or run out in a mall. */
@RestController
class CouponsController {

  private static final String COUPONS =
      """
      WITH ids AS (
        SELECT :id AS id UNION SELECT alias FROM customer_alias WHERE customer_id = :id)
      SELECT t.provider_id AS code, t.content, t.journey, t.claimed_at AS issued_at, e.source, e.how,
        e.order_id, e.ended_at
      FROM touchpoint t LEFT JOIN coupon_end e ON e.code = t.provider_id
      WHERE t.medium = 'COUPON' AND t.state = 'SENT' AND t.customer_id IN (SELECT id FROM ids)
      UNION ALL
      SELECT e.code, NULL, NULL, NULL, e.source, e.how, e.order_id, e.ended_at
      FROM coupon_end e WHERE e.customer_id IN (SELECT id FROM ids)
        AND NOT EXISTS (SELECT FROM touchpoint t WHERE t.medium = 'COUPON' AND t.state = 'SENT'
          AND t.provider_id = e.code AND t.customer_id IN (SELECT id FROM ids))
      ORDER BY issued_at DESC NULLS LAST, ended_at DESC LIMIT 50
      """;

  /** A coupon's content in the ledger: template and days it is valid. */
  private static final Pattern CONTENT = Pattern.compile("(.+)/([0-9]{1,4})d");

  /**
   * @param state ISSUED, USED or EXPIRED
   * @param template null for a coupon that no journey issued
   */
  record Coupon(
      String code,
      String state,
      @Nullable String template,
      @Nullable String journey,
      @Nullable Instant issuedAt,
      @Nullable Instant expiresAt,
      @Nullable String source,
      @Nullable String orderId,
      @Nullable Instant endedAt) {}

  private final JdbcClient jdbc;
  private final CustomersPage customers;
  private final Clock clock;

  CouponsController(JdbcClient jdbc, CustomersPage customers, Clock clock) {
    this.jdbc = jdbc;
    this.customers = customers;
    this.clock = clock;
  }

  @GetMapping("/api/customers/{id}/coupons")
  List<Coupon> coupons(@PathVariable String id) {
    var customer = customers.find(id).orElseThrow(Problem.NOT_FOUND::failure);
    var now = clock.instant();
    return jdbc.sql(COUPONS).param("id", customer.id()).query((row, n) -> coupon(row, now)).list();
  }

  private static Coupon coupon(ResultSet row, Instant now) throws SQLException {
    var content = row.getString("content");
    var parts = CONTENT.matcher(content == null ? "" : content);
    boolean isOurs = parts.matches();
    var issuedAt = Rows.instant(row, "issued_at");
    var expiresAt =
        isOurs && issuedAt != null
            ? issuedAt.plus(Duration.ofDays(Long.parseLong(parts.group(2))))
            : null;
    return new Coupon(
        row.getString("code"),
        state(row.getString("how"), expiresAt, now),
        isOurs ? parts.group(1) : content,
        row.getString("journey"),
        issuedAt,
        expiresAt,
        row.getString("source"),
        row.getString("order_id"),
        Rows.instant(row, "ended_at"));
  }

  /** A mall's word counts; without one, the time it was issued for. */
  static String state(@Nullable String how, @Nullable Instant expiresAt, Instant now) {
    if (how != null) {
      return how;
    }
    return expiresAt != null && !expiresAt.isAfter(now) ? "EXPIRED" : "ISSUED";
  }
}
