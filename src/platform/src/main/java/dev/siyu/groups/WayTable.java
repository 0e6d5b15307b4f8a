package dev.siyu.groups;

import static dev.siyu.groups.ChatTable.at;

import dev.siyu.groups.JoinWayDesk.Draft;
import dev.siyu.groups.JoinWayDesk.Status;
import dev.siyu.wecom.JoinWays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of join ways; which status may follow which is said in the WHERE of each change. */
@Component
class WayTable {

  private static final String CREATE =
      """
      INSERT INTO join_way (state, name, chats, auto_create, base_name, status, behind, asked_at)
      VALUES (:state, :name, :chats, :auto, :base, 'CREATING', :behind, :now)
      ON CONFLICT (state) DO NOTHING
      """;
  private static final String AGAIN =
      """
      UPDATE join_way SET status = 'CREATING', config_id = NULL, qr_code = NULL, behind = :behind,
        asked_at = :now, note = NULL, push_note = NULL
      WHERE state = :state AND status IN ('FAILED', 'RETIRED', 'UNKNOWN')
      """;
  private static final String MADE =
      """
      UPDATE join_way SET status = 'ACTIVE', config_id = :config, qr_code = :qr, note = NULL,
        pushed_at = :now, next_look_at = :now
      WHERE state = :state AND status = 'CREATING'
      """;
  private static final String FAILED =
      """
      UPDATE join_way SET status = :status, note = :note
      WHERE state = :state AND status = 'CREATING'
      """;
  private static final String LOST =
      """
      UPDATE join_way SET status = 'UNKNOWN', note = 'SIYU-3412 no answer was recorded'
      WHERE status = 'CREATING' AND asked_at <= :before
      """;
  private static final String CHANGE =
      """
      UPDATE join_way SET name = :name, chats = :chats, auto_create = :auto, base_name = :base,
        next_look_at = :now, push_note = NULL, pushed_at = NULL
      WHERE state = :state AND status IN ('ACTIVE', 'FAILED', 'UNKNOWN', 'RETIRED')
      """;
  private static final String GREW =
      """
      UPDATE join_way SET next_look_at = :now,
        chats = CASE WHEN state = ANY (:states) AND NOT :chat = ANY (chats)
          THEN chats || :chat::text ELSE chats END,
        behind = CASE WHEN state = ANY (:states) AND NOT :chat = ANY (chats)
          THEN behind || :chat::text ELSE behind END
      WHERE status = 'ACTIVE' AND (:chat = ANY (chats) OR state = ANY (:states))
      """;
  private static final String PUSHED =
      """
      UPDATE join_way SET behind = :behind, pushed_at = :now, push_note = NULL, next_look_at = NULL
      WHERE state = :state AND status = 'ACTIVE'
      """;
  private static final String NOT_PUSHED =
      """
      UPDATE join_way SET push_note = :note, next_look_at = :next
      WHERE state = :state AND status = 'ACTIVE'
      """;
  private static final String LOOKED =
      """
      UPDATE join_way SET next_look_at = NULL
      WHERE state = :state AND next_look_at <= :now AND status = 'ACTIVE'
      """;
  private static final String RETIRING =
      """
      UPDATE join_way SET status = 'RETIRING', note = :note, next_look_at = :next
      WHERE state = :state AND status IN ('ACTIVE', 'RETIRING')
      """;
  private static final String RETIRED =
      """
      UPDATE join_way SET status = 'RETIRED', note = NULL, next_look_at = NULL
      WHERE state = :state AND status IN ('RETIRING', 'FAILED', 'UNKNOWN')
      """;
  private static final String NOTE =
      """
      INSERT INTO join_way_event (state, at, what, who, note)
      VALUES (:state, :now, :what, :who, :note)
      """;

  record Row(
      String state,
      Draft draft,
      int baseId,
      Status status,
      @Nullable String configId,
      @Nullable String qrCode,
      List<String> behind,
      Instant askedAt,
      @Nullable String note,
      @Nullable Instant pushedAt,
      @Nullable String pushNote,
      @Nullable Instant nextLookAt) {

    JoinWays.Way way(List<String> chats) {
      return new JoinWays.Way(
          state, draft.name(), chats, draft.autoCreate(), draft.baseName(), baseId);
    }
  }

  private final JdbcClient jdbc;

  WayTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Row> all() {
    return jdbc.sql("SELECT * FROM join_way ORDER BY state").query((row, n) -> row(row)).list();
  }

  Optional<Row> find(String state) {
    return all().stream().filter(row -> row.state().equals(state)).findFirst();
  }

  Optional<Instant> nextDue() {
    return jdbc.sql("SELECT min(next_look_at) AS at FROM join_way WHERE next_look_at IS NOT NULL")
        .query((row, n) -> Optional.ofNullable(ChatTable.maybe(row, "at")))
        .single();
  }

  /** False when there is one with this state. */
  boolean create(String state, Draft draft, List<String> behind, Instant now) {
    return drafted(CREATE, state, draft, now).param("behind", texts(behind)).update() == 1;
  }

  boolean change(String state, Draft draft, Instant now) {
    return drafted(CHANGE, state, draft, now).update() == 1;
  }

  private JdbcClient.StatementSpec drafted(String sql, String state, Draft draft, Instant now) {
    return sql(sql, state, now)
        .param("name", draft.name())
        .param("chats", texts(draft.chats()))
        .param("auto", draft.autoCreate())
        .param("base", draft.baseName());
  }

  boolean again(String state, List<String> behind, Instant now) {
    return sql(AGAIN, state, now).param("behind", texts(behind)).update() == 1;
  }

  boolean made(String state, String configId, String qrCode, Instant now) {
    return sql(MADE, state, now).param("config", configId).param("qr", qrCode).update() == 1;
  }

  void failed(String state, Status status, String note) {
    jdbc.sql(FAILED)
        .param("state", state)
        .param("status", status.name())
        .param("note", note)
        .update();
  }

  int lost(Instant before) {
    return jdbc.sql(LOST).param("before", at(before)).update();
  }

  /** A group changed: ways that fill it are looked at; a group WeCom opened for one is taken on. */
  void grew(String chatId, Set<String> states, Instant now) {
    jdbc.sql(GREW)
        .param("chat", chatId)
        .param("states", states.toArray(String[]::new))
        .param("now", at(now))
        .update();
  }

  void pushed(String state, List<String> behind, Instant now) {
    sql(PUSHED, state, now).param("behind", texts(behind)).update();
  }

  void notPushed(String state, String note, @Nullable Instant next) {
    jdbc.sql(NOT_PUSHED)
        .param("state", state)
        .param("note", note)
        .param("next", next == null ? null : at(next), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  void looked(String state, Instant now) {
    sql(LOOKED, state, now).update();
  }

  boolean retiring(String state, @Nullable String note, Instant next) {
    return jdbc.sql(RETIRING)
            .param("state", state)
            .param("note", note, Types.VARCHAR)
            .param("next", at(next))
            .update()
        == 1;
  }

  boolean retired(String state) {
    return jdbc.sql(RETIRED).param("state", state).update() == 1;
  }

  void note(String state, Instant now, String what, String who, String note) {
    sql(NOTE, state, now).param("what", what).param("who", who).param("note", note).update();
  }

  private JdbcClient.StatementSpec sql(String sql, String state, Instant now) {
    return jdbc.sql(sql).param("state", state).param("now", at(now));
  }

  private static String[] texts(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("state"),
        new Draft(
            row.getString("name"),
            List.of((String[]) row.getArray("chats").getArray()),
            row.getBoolean("auto_create"),
            row.getString("base_name")),
        row.getInt("base_id"),
        Status.valueOf(row.getString("status")),
        row.getString("config_id"),
        row.getString("qr_code"),
        List.of((String[]) row.getArray("behind").getArray()),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getString("note"),
        ChatTable.maybe(row, "pushed_at"),
        row.getString("push_note"),
        ChatTable.maybe(row, "next_look_at"));
  }
}
