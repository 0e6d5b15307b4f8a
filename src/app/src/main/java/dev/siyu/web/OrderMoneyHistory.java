package dev.siyu.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** How an order's money was decided and booked. */
@Repository
class OrderMoneyHistory {

  private static final String DECISIONS =
      """
      SELECT d.*, (SELECT json_agg(json_build_object('department', s.department, 'bp', s.bp)
          ORDER BY s.bp DESC, s.department)::text FROM attribution_share s
        WHERE s.source = d.source AND s.order_id = d.order_id AND s.number = d.number) AS shares
      FROM attribution_decision d WHERE d.source = :source AND d.order_id = :id
      ORDER BY d.number DESC
      """;
  private static final String JOURNALS =
      """
      SELECT j.id, j.kind, j.month, j.note, j.actor, j.posted_at,
        json_agg(json_build_object('account', e.account, 'department', e.department, 'cents',
          e.cents, 'refundId', e.refund_id) ORDER BY e.id)::text AS entries
      FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id
      WHERE e.source = :source AND e.order_id = :id
        AND (CAST(:department AS text) IS NULL OR e.department = :department)
      GROUP BY j.id ORDER BY j.id
      """;
  private static final String CONFLICTS =
      """
      SELECT known, reported, at FROM order_conflict
      WHERE kind = 'ORDER' AND source = :source AND ref = :id ORDER BY id
      """;

  record Decision(
      int number,
      String cause,
      @Nullable String agreementId,
      @Nullable String owner,
      String rule,
      String reason,
      String actor,
      Instant decidedAt,
      String hash,
      JsonNode evidence,
      JsonNode shares) {}

  record Journal(
      long id,
      String kind,
      String month,
      String note,
      String actor,
      Instant postedAt,
      JsonNode entries) {}

  /** The mall told something else later; the first report stands. */
  record Conflict(String known, String reported, Instant at) {}

  private final JdbcClient jdbc;

  OrderMoneyHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Decision> decisions(String source, String id) {
    return of(DECISIONS, source, id)
        .query(
            (row, n) ->
                new Decision(
                    row.getInt("number"),
                    row.getString("cause"),
                    row.getString("agreement_id"),
                    row.getString("owner"),
                    row.getString("rule"),
                    row.getString("reason"),
                    row.getString("actor"),
                    Rows.moment(row, "decided_at"),
                    row.getString("hash"),
                    OrderMoneyPage.json(row.getString("evidence")),
                    OrderMoneyPage.json(row.getString("shares"))))
        .list();
  }

  /** Another department's entries are left out. */
  List<Journal> journals(String source, String id, @Nullable String department) {
    return of(JOURNALS, source, id)
        .param("department", department)
        .query(
            (row, n) ->
                new Journal(
                    row.getLong("id"),
                    row.getString("kind"),
                    YearMonth.from(row.getObject("month", LocalDate.class)).toString(),
                    row.getString("note"),
                    row.getString("actor"),
                    Rows.moment(row, "posted_at"),
                    OrderMoneyPage.json(row.getString("entries"))))
        .list();
  }

  List<Conflict> conflicts(String source, String id) {
    return of(CONFLICTS, source, id)
        .query(
            (row, n) ->
                new Conflict(
                    row.getString("known"), row.getString("reported"), Rows.moment(row, "at")))
        .list();
  }

  private JdbcClient.StatementSpec of(String sql, String source, String id) {
    return jdbc.sql(sql).param("source", source).param("id", id);
  }
}
