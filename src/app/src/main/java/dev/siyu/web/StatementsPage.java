package dev.siyu.web;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statements of departments: frozen ones as they were approved, others as the book says now. */
@Repository
class StatementsPage {

  private static final String LIST =
      """
      WITH live AS (
        SELECT month, department, coalesce(sum(cents) FILTER (WHERE account = 'FINAL'), 0) AS final_cents,
          coalesce(sum(cents) FILTER (WHERE account = 'CLAWED_BACK'), 0) AS clawed_cents,
          count(*) AS lines
        FROM ledger_entry WHERE account IN ('FINAL', 'CLAWED_BACK')
          AND (CAST(:month AS date) IS NULL OR month = :month) GROUP BY month, department)
      SELECT l.month, l.department, coalesce(s.final_cents, l.final_cents) AS final_cents,
        coalesce(s.clawed_cents, l.clawed_cents) AS clawed_cents, coalesce(s.lines, l.lines) AS lines,
        s.hash, m.state
      FROM live l LEFT JOIN settlement m ON m.month = l.month
      LEFT JOIN statement s ON s.month = l.month AND s.department = l.department
      WHERE CAST(:department AS text) IS NULL OR l.department = :department
      ORDER BY l.month DESC, l.department COLLATE "C" LIMIT 2000
      """;
  private static final String LINES =
      """
      SELECT e.*, j.kind, j.note, j.actor, j.posted_at
      FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id
      WHERE e.department = :department AND e.month = :month
        AND e.account IN ('FINAL', 'CLAWED_BACK')
        AND (CAST(:after AS bigint) IS NULL OR e.id > :after)
      ORDER BY e.id LIMIT :limit
      """;

  /**
   * @param state of the month's settlement; null while none was begun
   * @param hash null until the statements are frozen
   */
  record Statement(
      String month,
      String department,
      long finalCents,
      long clawedBackCents,
      long totalCents,
      int lines,
      @Nullable String hash,
      @Nullable String state) {}

  private final JdbcClient jdbc;

  StatementsPage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Statement> list(@Nullable YearMonth month, @Nullable String department) {
    return jdbc.sql(LIST)
        .param("month", LedgerPage.day(month))
        .param("department", department)
        .query(
            (row, n) ->
                new Statement(
                    LedgerPage.month(row),
                    row.getString("department"),
                    row.getLong("final_cents"),
                    row.getLong("clawed_cents"),
                    row.getLong("final_cents") + row.getLong("clawed_cents"),
                    row.getInt("lines"),
                    row.getString("hash"),
                    row.getString("state")))
        .list();
  }

  /** In the order the hash is taken over. */
  Rows.Page<LedgerPage.Entry> lines(
      YearMonth month, String department, @Nullable Long after, int limit) {
    var rows =
        jdbc.sql(LINES)
            .param("month", LedgerPage.day(month))
            .param("department", department)
            .param("after", after)
            .param("limit", limit + 1)
            .query((row, n) -> LedgerPage.entry(row))
            .list();
    return Rows.page(rows, limit, last -> String.valueOf(last.id()));
  }
}
