package dev.siyu.channels;

import dev.siyu.channels.ChannelDesk.CodeStatus;
import dev.siyu.wecom.ContactWays;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of live codes; which status may follow which is said in the WHERE of each change. */
@Component
class LiveCodeTable {

  private static final String CLAIM =
      """
      INSERT INTO live_code AS l (state, staff, daily_cap, created_at, status, asked_at)
      SELECT code, :staff, :dailyCap, :now, 'CREATING', :now FROM channel
      WHERE code = :state AND retired_at IS NULL
      ON CONFLICT (state) DO UPDATE SET staff = excluded.staff, config_id = NULL, qr_code = NULL,
        status = 'CREATING', asked_at = excluded.asked_at, note = NULL, push_note = NULL
      WHERE l.status IN ('FAILED', 'RETIRED')
      """;
  private static final String MADE =
      """
      UPDATE live_code SET status = 'ACTIVE', config_id = :configId, qr_code = :qrCode,
        note = NULL, pushed_at = :now
      WHERE state = :state AND status IN ('CREATING', 'UNKNOWN')
      """;
  private static final String END_CREATION =
      """
      UPDATE live_code SET status = :status, note = :note
      WHERE state = :state AND status IN ('CREATING', 'UNKNOWN')
      """;
  private static final String TIME_OUT =
      """
      UPDATE live_code SET status = 'UNKNOWN', note = 'SIYU-3115 no answer was recorded'
      WHERE status = 'CREATING' AND asked_at <= :before
      """;
  private static final String PUSHED =
      """
      UPDATE live_code SET staff = :staff, pushed_at = :now, push_note = NULL
      WHERE state = :state AND status = 'ACTIVE'
      """;
  private static final String NOT_PUSHED =
      "UPDATE live_code SET push_note = :note WHERE state = :state AND status = 'ACTIVE'";
  private static final String RETIRING =
      """
      UPDATE live_code SET status = 'RETIRING', note = :note, asked_at = :now
      WHERE state = :state AND status IN ('ACTIVE', 'RETIRING')
      """;
  private static final String RETIRED =
      """
      UPDATE live_code SET status = 'RETIRED', note = NULL
      WHERE state = :state AND status IN ('RETIRING', 'FAILED')
      """;

  /** A code with its channel. */
  record Row(
      String state,
      String name,
      @Nullable List<String> team,
      CodeStatus status,
      @Nullable String configId,
      @Nullable String qrCode,
      List<String> staff,
      @Nullable Instant askedAt,
      @Nullable String note,
      @Nullable Instant pushedAt,
      @Nullable String pushNote) {

    ContactWays.Way way(List<String> members) {
      return new ContactWays.Way(state, name.substring(0, Math.min(30, name.length())), members);
    }

    ChannelDesk.Code shown() {
      return new ChannelDesk.Code(status, configId, qrCode, staff, note, pushedAt, pushNote);
    }
  }

  private final JdbcClient jdbc;

  LiveCodeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Row> all() {
    return jdbc.sql(
            """
            SELECT l.*, c.name, c.team FROM live_code l JOIN channel c ON c.code = l.state
            ORDER BY l.state
            """)
        .query((row, n) -> row(row))
        .list();
  }

  Optional<Row> find(String state) {
    return all().stream().filter(row -> row.state().equals(state)).findFirst();
  }

  int countAtWeCom() {
    return jdbc.sql("SELECT count(*) FROM live_code WHERE status NOT IN ('FAILED', 'RETIRED')")
        .query(Integer.class)
        .single();
  }

  /** Takes the creation on; false when there is a code or somebody is at it. */
  boolean claim(String state, List<String> staff, int dailyCap, Instant now) {
    return sql(CLAIM, state, now)
            .param("staff", staff.toArray(String[]::new))
            .param("dailyCap", dailyCap)
            .update()
        == 1;
  }

  boolean made(String state, ContactWays.Made made, Instant now) {
    return sql(MADE, state, now)
            .param("configId", made.configId())
            .param("qrCode", made.qrCode())
            .update()
        == 1;
  }

  boolean endCreation(String state, CodeStatus status, String note, Instant now) {
    return sql(END_CREATION, state, now).param("status", status.name()).param("note", note).update()
        == 1;
  }

  int timeOut(Instant before) {
    return jdbc.sql(TIME_OUT).param("before", before.atOffset(ZoneOffset.UTC)).update();
  }

  void pushed(String state, List<String> staff, Instant now) {
    sql(PUSHED, state, now).param("staff", staff.toArray(String[]::new)).update();
  }

  void notPushed(String state, String note, Instant now) {
    sql(NOT_PUSHED, state, now).param("note", note).update();
  }

  boolean retiring(String state, @Nullable String note, Instant now) {
    return sql(RETIRING, state, now).param("note", note).update() == 1;
  }

  void retired(String state, Instant now) {
    sql(RETIRED, state, now).update();
  }

  private JdbcClient.StatementSpec sql(String sql, String state, Instant now) {
    return jdbc.sql(sql).param("state", state).param("now", now.atOffset(ZoneOffset.UTC));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("state"),
        row.getString("name"),
        texts(row.getArray("team")),
        CodeStatus.valueOf(row.getString("status")),
        row.getString("config_id"),
        row.getString("qr_code"),
        List.of((String[]) row.getArray("staff").getArray()),
        instant(row, "asked_at"),
        row.getString("note"),
        instant(row, "pushed_at"),
        row.getString("push_note"));
  }

  static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? null : List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
