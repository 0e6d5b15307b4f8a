package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalCalendar.Change;
import dev.siyu.approvals.ApprovalCalendar.Day;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days of the calendar and who changed them. */
@Component
class CalendarTable {

  private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(8024)";
  private static final String YEAR =
      "SELECT day, works, name FROM working_day WHERE day >= :from AND day < :until ORDER BY day";
  private static final String FIND = "SELECT day, works, name FROM working_day WHERE day = :day";
  private static final String PUT =
      """
      INSERT INTO working_day (day, works, name) VALUES (:day, :works, :name)
      ON CONFLICT (day) DO UPDATE SET works = excluded.works, name = excluded.name
      """;
  private static final String REMOVE = "DELETE FROM working_day WHERE day = :day";
  private static final String NOTE =
      """
      INSERT INTO working_day_change
        (day, works_before, name_before, works_after, name_after, actor, at)
      VALUES (:day, :worksBefore, :nameBefore, :worksAfter, :nameAfter, :actor, :now)
      """;
  private static final String CHANGES =
      """
      SELECT * FROM working_day_change WHERE day >= :from AND day < :until
      ORDER BY id DESC LIMIT 500
      """;

  private final JdbcClient jdbc;

  CalendarTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the end of the transaction nobody else changes it. */
  void lock() {
    jdbc.sql(ONE_AT_A_TIME).query((row, n) -> true).single();
  }

  List<Day> year(int year) {
    return of(YEAR, year).query(Day.class).list();
  }

  Optional<Day> find(LocalDate day) {
    return jdbc.sql(FIND).param("day", day).query(Day.class).optional();
  }

  List<Change> changes(int year) {
    return of(CHANGES, year).query((row, n) -> change(row)).list();
  }

  void put(LocalDate day, @Nullable Day after) {
    if (after == null) {
      jdbc.sql(REMOVE).param("day", day).update();
      return;
    }
    jdbc.sql(PUT)
        .param("day", day)
        .param("works", after.works())
        .param("name", after.name())
        .update();
  }

  void note(LocalDate day, @Nullable Day before, @Nullable Day after, String actor, Instant now) {
    jdbc.sql(NOTE)
        .param("day", day)
        .param("worksBefore", before == null ? null : before.works(), Types.BOOLEAN)
        .param("nameBefore", before == null ? null : before.name(), Types.VARCHAR)
        .param("worksAfter", after == null ? null : after.works(), Types.BOOLEAN)
        .param("nameAfter", after == null ? null : after.name(), Types.VARCHAR)
        .param("actor", actor)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private JdbcClient.StatementSpec of(String sql, int year) {
    return jdbc.sql(sql)
        .param("from", LocalDate.of(year, 1, 1))
        .param("until", LocalDate.of(year + 1, 1, 1));
  }

  private static Change change(ResultSet row) throws SQLException {
    var day = row.getObject("day", LocalDate.class);
    return new Change(
        day,
        day(day, row, "before"),
        day(day, row, "after"),
        row.getString("actor"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Day day(LocalDate day, ResultSet row, String which) throws SQLException {
    var name = row.getString("name_" + which);
    return name == null ? null : new Day(day, row.getBoolean("works_" + which), name);
  }
}
