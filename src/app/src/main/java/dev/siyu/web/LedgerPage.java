package dev.siyu.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of the ledger; {@code department} confines them. */
@Repository
class LedgerPage {

  private static final String BALANCES =
      """
      SELECT e.month, e.department, sum(cents) FILTER (WHERE account = 'PROVISIONAL') AS provisional,
        sum(cents) FILTER (WHERE account = 'FINAL') AS final,
        sum(cents) FILTER (WHERE account = 'CLAWED_BACK') AS clawed,
        e.month <= (SELECT max(month) FROM ledger_month) AS closed
      FROM ledger_entry e
      WHERE e.department <> '' AND (CAST(:department AS text) IS NULL OR e.department = :department)
        AND (CAST(:from AS date) IS NULL OR e.month >= :from)
        AND (CAST(:to AS date) IS NULL OR e.month <= :to)
      GROUP BY e.month, e.department ORDER BY e.month DESC, e.department COLLATE "C"
      """;
  private static final String ENTRIES =
      """
      SELECT e.*, j.kind, j.note, j.actor, j.posted_at
      FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id
      WHERE e.department <> '' AND (CAST(:department AS text) IS NULL OR e.department = :department)
        AND (CAST(:month AS date) IS NULL OR e.month = :month)
        AND (CAST(:account AS text) IS NULL OR e.account = :account)
        AND (CAST(:before AS bigint) IS NULL OR e.id < :before)
      ORDER BY e.id DESC LIMIT :limit
      """;
  private static final String CHECKS = "SELECT * FROM book_check ORDER BY name";

  record Balance(
      String month,
      String department,
      long provisionalCents,
      long finalCents,
      long clawedBackCents,
      boolean closed) {}

  record Entry(
      long id,
      long journalId,
      String kind,
      String month,
      String account,
      String department,
      long cents,
      String source,
      @Nullable String orderId,
      @Nullable String refundId,
      String note,
      String actor,
      Instant postedAt) {}

  record Check(String name, boolean ok, String details, Instant checkedAt, long tookMs) {}

  private final JdbcClient jdbc;

  LedgerPage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Balance> balances(
      @Nullable YearMonth from, @Nullable YearMonth to, @Nullable String department) {
    return jdbc.sql(BALANCES)
        .param("department", department)
        .param("from", day(from))
        .param("to", day(to))
        .query(
            (row, n) ->
                new Balance(
                    month(row),
                    row.getString("department"),
                    row.getLong("provisional"),
                    row.getLong("final"),
                    row.getLong("clawed"),
                    row.getBoolean("closed")))
        .list();
  }

  Rows.Page<Entry> entries(
      @Nullable YearMonth month,
      @Nullable String account,
      @Nullable String department,
      @Nullable Long before,
      int limit) {
    var rows =
        jdbc.sql(ENTRIES)
            .param("department", department)
            .param("month", day(month))
            .param("account", account)
            .param("before", before)
            .param("limit", limit + 1)
            .query((row, n) -> entry(row))
            .list();
    return Rows.page(rows, limit, last -> String.valueOf(last.id()));
  }

  List<Check> checks() {
    return jdbc.sql(CHECKS)
        .query(
            (row, n) ->
                new Check(
                    row.getString("name"),
                    row.getBoolean("ok"),
                    row.getString("details"),
                    Rows.moment(row, "checked_at"),
                    row.getLong("took_ms")))
        .list();
  }

  static @Nullable LocalDate day(@Nullable YearMonth month) {
    return month == null ? null : month.atDay(1);
  }

  static String month(ResultSet row) throws SQLException {
    return YearMonth.from(row.getObject("month", LocalDate.class)).toString();
  }

  static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        row.getLong("journal_id"),
        row.getString("kind"),
        month(row),
        row.getString("account"),
        row.getString("department"),
        row.getLong("cents"),
        row.getString("source"),
        row.getString("order_id"),
        row.getString("refund_id"),
        row.getString("note"),
        row.getString("actor"),
        Rows.moment(row, "posted_at"));
  }
}
