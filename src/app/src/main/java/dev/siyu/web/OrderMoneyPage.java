package dev.siyu.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders and whose revenue they are. Who is confined to a department finds the orders it has a part
 * of, with all percentages and its own cents.
 */
@Repository
class OrderMoneyPage {

  private static final String ROW =
      """
      SELECT a.*, coalesce(o.refunded_cents, 0) AS refunded_cents, o.settled_at, d.rule, d.reason,
        d.owner, c.name AS customer_name,
        (SELECT json_agg(json_build_object('department', s.department, 'bp', s.bp, 'cents',
            CASE WHEN CAST(:department AS text) IS NULL OR s.department = :department THEN
              (SELECT coalesce(sum(e.cents), 0) FROM ledger_entry e WHERE e.source = a.source
                AND e.order_id = a.order_id AND e.department = s.department) END)
          ORDER BY s.bp DESC, s.department)::text FROM attribution_share s
          WHERE s.source = a.source AND s.order_id = a.order_id AND s.number = a.decision) AS shares
      FROM attribution a
      JOIN attribution_decision d ON d.source = a.source AND d.order_id = a.order_id
        AND d.number = a.decision
      LEFT JOIN paid_order o ON o.source = a.source AND o.order_id = a.order_id
      LEFT JOIN customer c ON c.id = a.customer_id
      WHERE (CAST(:department AS text) IS NULL OR EXISTS (SELECT FROM attribution_share s
        WHERE s.source = a.source AND s.order_id = a.order_id AND s.number = a.decision
          AND s.department = :department))
      """;
  private static final String ONE = ROW + " AND a.source = :source AND a.order_id = :id";
  private static final String LIST =
      ROW
          + """
           AND (CAST(:from AS timestamptz) IS NULL OR a.paid_at >= :from)
           AND (CAST(:to AS timestamptz) IS NULL OR a.paid_at < :to)
           AND (CAST(:state AS text) IS NULL OR a.state = :state)
           AND (CAST(:at AS timestamptz) IS NULL
             OR (a.paid_at, a.source, a.order_id) < (:at, :source, :id))
          ORDER BY a.paid_at DESC, a.source DESC, a.order_id DESC LIMIT :limit
          """;

  /**
   * @param cents null where the reader may not see them
   */
  record Share(String department, int bp, @Nullable Long cents) {}

  record Row(
      String source,
      String orderId,
      String customerId,
      @Nullable String customerName,
      Instant paidAt,
      long amountCents,
      long refundedCents,
      String state,
      String approval,
      Instant finalAfter,
      @Nullable String finalMonth,
      @Nullable String agreementId,
      int decision,
      String rule,
      String reason,
      @Nullable String owner,
      List<Share> shares) {}

  private final JdbcClient jdbc;
  private final ZoneId zone;

  OrderMoneyPage(JdbcClient jdbc, WebSettings.Basics basics) {
    this.jdbc = jdbc;
    this.zone = basics.zone();
  }

  Optional<Row> one(String source, String id, @Nullable String department) {
    return jdbc.sql(ONE)
        .param("department", department)
        .param("source", source)
        .param("id", id)
        .query((row, n) -> row(row))
        .optional();
  }

  Rows.Page<Row> list(
      @Nullable YearMonth month,
      @Nullable String state,
      @Nullable String department,
      @Nullable String cursor,
      int limit) {
    var after = cursor == null ? null : Rows.Cursor.read(cursor, 2);
    var rows =
        jdbc.sql(LIST)
            .param("department", department)
            .param("from", month == null ? null : begin(month))
            .param("to", month == null ? null : begin(month.plusMonths(1)))
            .param("state", state)
            .param("at", after == null ? null : Rows.sql(after.at()))
            .param("source", after == null ? null : after.words().get(0))
            .param("id", after == null ? null : after.words().get(1))
            .param("limit", limit + 1)
            .query((row, n) -> row(row))
            .list();
    return Rows.page(
        rows, limit, last -> Rows.cursor(last.paidAt(), last.source() + " " + last.orderId()));
  }

  private java.time.OffsetDateTime begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(zone).toOffsetDateTime();
  }

  static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static Row row(ResultSet row) throws SQLException {
    var month = row.getObject("final_month", java.time.LocalDate.class);
    return new Row(
        row.getString("source"),
        row.getString("order_id"),
        row.getString("customer_id"),
        row.getString("customer_name"),
        Rows.moment(row, "paid_at"),
        row.getLong("amount_cents"),
        row.getLong("refunded_cents"),
        row.getString("state"),
        row.getString("approval"),
        Rows.moment(row, "final_after"),
        month == null ? null : YearMonth.from(month).toString(),
        row.getString("agreement_id"),
        row.getInt("decision"),
        row.getString("rule"),
        row.getString("reason"),
        row.getString("owner"),
        List.of(JsonMapper.shared().readValue(row.getString("shares"), Share[].class)));
  }
}
