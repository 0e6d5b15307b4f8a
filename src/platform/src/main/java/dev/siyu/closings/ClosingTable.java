package dev.siyu.closings;

import dev.siyu.approvals.WorkingHours.Deadlines;
import dev.siyu.closings.Closings.Answer;
import dev.siyu.closings.Closings.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Months as rows; every change of state stands here and names the states it starts from. */
@Component
class ClosingTable {

  private static final String OPEN =
      """
      INSERT INTO closing (month, state, round, opened_by, opened_at, check_until, changed_at)
      VALUES (:month, 'CHECKING', 1, :actor, :now, :checkUntil, :now)
      ON CONFLICT (month) DO UPDATE SET state = 'CHECKING', round = closing.round + 1,
        opened_by = :actor, opened_at = :now, check_until = :checkUntil, remind_at = NULL,
        confirm_by = NULL, escalate_by = NULL, note = '', changed_at = :now
      WHERE closing.state = 'CALLED_OFF'
      """;
  private static final String MOVE =
      """
      UPDATE closing SET state = :to, changed_at = :now
      WHERE month = :month AND state = ANY (:from)
      """;
  private static final String AGAIN =
      """
      UPDATE closing SET state = 'CHECKING', round = round + 1, check_until = :checkUntil,
        remind_at = NULL, confirm_by = NULL, escalate_by = NULL, note = :note, changed_at = :now
      WHERE month = :month AND state = 'DECIDING'
      """;
  private static final String NOTE = "UPDATE closing SET note = :note WHERE month = :month";
  private static final String GO_ON =
      """
      UPDATE closing SET check_until = least(check_until, :now)
      WHERE month = :month AND state = 'CHECKING'
      """;
  private static final String CONFIRMING =
      """
      UPDATE closing SET state = 'CONFIRMING', remind_at = :remindAt, confirm_by = :confirmBy,
        escalate_by = :escalateBy, note = '', changed_at = :now
      WHERE month = :month AND state = 'SETTLING'
      """;
  private static final String FIND = "SELECT * FROM closing WHERE month = :month";
  private static final String LOCK = FIND + " FOR UPDATE";
  private static final String LIST = "SELECT * FROM closing ORDER BY month DESC LIMIT 24";
  private static final String EXPECT =
      """
      INSERT INTO closing_confirmation (month, round, department)
      VALUES (:month, :round, :department) ON CONFLICT DO NOTHING
      """;
  private static final String ANSWER =
      """
      UPDATE closing_confirmation c SET answer = :answer, person = :person, hash = :hash,
        note = :note, at = :now
      FROM closing m WHERE m.month = c.month AND m.round = c.round AND m.state = 'CONFIRMING'
        AND c.month = :month AND c.department = :department AND c.answer IS NULL
      """;
  private static final String ANSWERS =
      """
      SELECT * FROM closing_confirmation WHERE month = :month AND round = :round
      ORDER BY department COLLATE "C"
      """;

  private static final String ALL_ANSWERS =
      """
      SELECT c.* FROM closing_confirmation c
      JOIN (SELECT month, round FROM closing ORDER BY month DESC LIMIT 24) m
        ON m.month = c.month AND m.round = c.round
      ORDER BY c.month, c.department COLLATE "C"
      """;

  record Row(
      YearMonth month,
      State state,
      int round,
      String openedBy,
      Instant openedAt,
      Instant checkUntil,
      @Nullable Deadlines times,
      String note) {}

  record Said(
      String department,
      @Nullable Answer answer,
      @Nullable String person,
      @Nullable String hash,
      String note,
      @Nullable Instant at) {}

  private final JdbcClient jdbc;

  ClosingTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when it is under way or closed. */
  boolean open(YearMonth month, Instant checkUntil, String actor, Instant now) {
    return of(OPEN, month)
            .param("actor", actor)
            .param("checkUntil", sql(checkUntil))
            .param("now", sql(now))
            .update()
        == 1;
  }

  boolean move(YearMonth month, List<State> from, State to, Instant now) {
    return of(MOVE, month)
            .param("from", from.stream().map(State::name).toArray(String[]::new))
            .param("to", to.name())
            .param("now", sql(now))
            .update()
        == 1;
  }

  /** The statements were rejected: it begins anew. */
  boolean again(YearMonth month, Instant checkUntil, String note, Instant now) {
    return of(AGAIN, month)
            .param("checkUntil", sql(checkUntil))
            .param("note", note)
            .param("now", sql(now))
            .update()
        == 1;
  }

  void note(YearMonth month, String note) {
    of(NOTE, month).param("note", note).update();
  }

  /** False when it is not checked; again changes nothing. */
  boolean goOn(YearMonth month, Instant now) {
    return of(GO_ON, month).param("now", sql(now)).update() == 1;
  }

  boolean confirming(YearMonth month, Deadlines times, Instant now) {
    return of(CONFIRMING, month)
            .param("remindAt", sql(times.remindAt()))
            .param("confirmBy", sql(times.answerBy()))
            .param("escalateBy", sql(times.giveUpAt()))
            .param("now", sql(now))
            .update()
        == 1;
  }

  Optional<Row> find(YearMonth month) {
    return of(FIND, month).query((row, n) -> row(row)).optional();
  }

  /** The month is the caller's alone until its transaction ends. */
  Optional<Row> lock(YearMonth month) {
    return of(LOCK, month).query((row, n) -> row(row)).optional();
  }

  /** The latest two years. */
  List<Row> list() {
    return jdbc.sql(LIST).query((row, n) -> row(row)).list();
  }

  void expect(Row row, String department) {
    of(EXPECT, row.month()).param("round", row.round()).param("department", department).update();
  }

  /** False when it is not asked, or has answered. */
  boolean answer(YearMonth month, Said said, Instant now) {
    return of(ANSWER, month)
            .param("department", said.department())
            .param("answer", said.answer() == null ? null : said.answer().name())
            .param("person", said.person())
            .param("hash", said.hash())
            .param("note", said.note())
            .param("now", sql(now))
            .update()
        == 1;
  }

  List<Said> said(Row row) {
    return of(ANSWERS, row.month())
        .param("round", row.round())
        .query((found, n) -> said(found))
        .list();
  }

  /** Of the round each month is in. */
  Map<YearMonth, List<Said>> said() {
    Map<YearMonth, List<Said>> byMonth = new HashMap<>();
    jdbc.sql(ALL_ANSWERS)
        .query(
            row -> {
              byMonth.computeIfAbsent(month(row), any -> new ArrayList<>()).add(said(row));
            });
    return byMonth;
  }

  private static Said said(ResultSet row) throws SQLException {
    var answer = row.getString("answer");
    return new Said(
        row.getString("department"),
        answer == null ? null : Answer.valueOf(answer),
        row.getString("person"),
        row.getString("hash"),
        row.getString("note"),
        instant(row, "at"));
  }

  private static YearMonth month(ResultSet row) throws SQLException {
    return YearMonth.from(row.getObject("month", LocalDate.class));
  }

  private JdbcClient.StatementSpec of(String statement, YearMonth month) {
    return jdbc.sql(statement).param("month", month.atDay(1));
  }

  private static Row row(ResultSet row) throws SQLException {
    var remindAt = instant(row, "remind_at");
    var confirmBy = instant(row, "confirm_by");
    var escalateBy = instant(row, "escalate_by");
    return new Row(
        month(row),
        State.valueOf(row.getString("state")),
        row.getInt("round"),
        row.getString("opened_by"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getObject("check_until", OffsetDateTime.class).toInstant(),
        remindAt == null || confirmBy == null || escalateBy == null
            ? null
            : new Deadlines(remindAt, confirmBy, escalateBy),
        row.getString("note"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
