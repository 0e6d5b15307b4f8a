package dev.siyu.attribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Statements of a month: counted over the book's entries, frozen with a hash over every line. */
@Component
class StatementTable {

  /** The lines in the order of their ids; the same text gives the same hash on any machine. */
  static final String COUNT =
      """
      SELECT department, coalesce(sum(cents) FILTER (WHERE account = 'FINAL'), 0) AS final_cents,
        coalesce(sum(cents) FILTER (WHERE account = 'CLAWED_BACK'), 0) AS clawed_cents,
        count(*)::integer AS lines, encode(sha256(convert_to(string_agg(concat_ws('|', id, account,
          cents, source, order_id, refund_source, refund_id), chr(10) ORDER BY id), 'UTF8')), 'hex')
          AS hash
      FROM ledger_entry
      WHERE month = :month AND account IN ('FINAL', 'CLAWED_BACK')
      GROUP BY department ORDER BY department COLLATE "C"
      """;

  private static final String LEFT_OUT =
      """
      SELECT min(month) FROM ledger_entry
      WHERE month < :month AND account IN ('FINAL', 'CLAWED_BACK')
        AND month > coalesce((SELECT max(month) FROM ledger_month), '-infinity')
      """;
  private static final String FORGET = "DELETE FROM statement WHERE month = :month";
  private static final String FREEZE =
      """
      INSERT INTO statement (month, department, final_cents, clawed_cents, lines, hash)
      SELECT :month, department, final_cents, clawed_cents, lines, hash FROM (%s) AS counted
      """
          .formatted(COUNT);
  private static final String FROZEN =
      """
      SELECT department, final_cents, clawed_cents, lines, hash FROM statement
      WHERE month = :month ORDER BY department COLLATE "C"
      """;

  /** A statement as people approve it. */
  record Statement(String department, long finalCents, long clawedCents, int lines, String hash) {
    long totalCents() {
      return finalCents + clawedCents;
    }
  }

  /** All of a month. */
  record Month(String month, List<Statement> statements) {}

  private final JdbcClient jdbc;

  StatementTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Month freeze(YearMonth month) {
    forget(month);
    jdbc.sql(FREEZE).param("month", month.atDay(1)).update();
    return frozen(month);
  }

  /** An earlier open month with money that no statement would ever show. */
  Optional<YearMonth> leftOut(YearMonth month) {
    return jdbc.sql(LEFT_OUT)
        .param("month", month.atDay(1))
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .map(YearMonth::from);
  }

  void forget(YearMonth month) {
    jdbc.sql(FORGET).param("month", month.atDay(1)).update();
  }

  /** As they were frozen; none when they are not. */
  Month frozen(YearMonth month) {
    return read(FROZEN, month);
  }

  /** As the book says now. */
  Month counted(YearMonth month) {
    return read(COUNT, month);
  }

  private Month read(String statement, YearMonth month) {
    return new Month(
        month.toString(),
        jdbc.sql(statement)
            .param("month", month.atDay(1))
            .query(
                (row, n) ->
                    new Statement(
                        row.getString("department"),
                        row.getLong("final_cents"),
                        row.getLong("clawed_cents"),
                        row.getInt("lines"),
                        row.getString("hash")))
            .list());
  }
}
