package dev.siyu.groups;

import dev.siyu.wecom.GroupChats.Seen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of groups. */
@Component
class ChatTable {

  private static final String SEEN =
      """
      INSERT INTO group_chat AS g (chat_id, name, owner, notice, created_at, seen_at)
      VALUES (:chat, :name, :owner, :notice, :created, :asOf)
      ON CONFLICT (chat_id) DO UPDATE SET name = excluded.name, owner = excluded.owner,
        notice = excluded.notice, seen_at = excluded.seen_at
      WHERE g.seen_at <= excluded.seen_at AND g.state = 'OPEN'
      """;
  private static final String DISMISS =
      """
      UPDATE group_chat SET state = 'DISMISSED', dismissed_at = :now, seen_at = :now
      WHERE chat_id = :chat AND state = 'OPEN' AND seen_at <= :now
      """;
  private static final String NOTE =
      """
      INSERT INTO group_event (chat_id, at, what, who, note)
      VALUES (:chat, :now, :what, :who, :note)
      """;
  private static final String OPERATE =
      "UPDATE group_chat SET operated = :on WHERE chat_id = :chat AND operated <> :on";
  private static final String ANY_OPERATED =
      "SELECT EXISTS (SELECT FROM group_chat WHERE operated AND state = 'OPEN')";
  private static final String CAPACITY =
      "UPDATE group_chat SET capacity = :capacity WHERE chat_id = :chat";
  private static final String EVENTS =
      "SELECT * FROM group_event WHERE chat_id = :chat ORDER BY id DESC LIMIT :limit";
  private static final String ALL =
      """
      SELECT g.*, (SELECT count(*) FROM group_member m
        WHERE m.chat_id = g.chat_id AND m.left_at IS NULL) AS members
      FROM group_chat g WHERE :chat::text IS NULL OR chat_id = :chat ORDER BY g.state DESC, g.created_at
      """;

  /** A group; {@code members} with its owner. */
  record Row(
      String chatId,
      String name,
      String owner,
      String notice,
      boolean open,
      boolean operated,
      @Nullable Integer capacity,
      Instant createdAt,
      Instant seenAt,
      int members) {}

  private final JdbcClient jdbc;

  ChatTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when a newer look was applied, or the group is gone for good. */
  boolean seen(Seen seen, Instant asOf) {
    return jdbc.sql(SEEN)
            .param("chat", seen.chatId())
            .param("name", seen.name())
            .param("owner", seen.owner())
            .param("notice", seen.notice())
            .param("created", at(seen.createdAt()))
            .param("asOf", at(asOf))
            .update()
        == 1;
  }

  boolean dismiss(String chatId, Instant now) {
    return jdbc.sql(DISMISS).param("chat", chatId).param("now", at(now)).update() == 1;
  }

  void note(String chatId, Instant now, String what, String who, String note) {
    jdbc.sql(NOTE)
        .param("chat", chatId)
        .param("now", at(now))
        .param("what", what)
        .param("who", who)
        .param("note", note)
        .update();
  }

  boolean operate(String chatId, boolean on) {
    return jdbc.sql(OPERATE).param("chat", chatId).param("on", on).update() == 1;
  }

  boolean isAnyOperated() {
    return jdbc.sql(ANY_OPERATED).query(Boolean.class).single();
  }

  void capacity(String chatId, @Nullable Integer capacity) {
    jdbc.sql(CAPACITY).param("chat", chatId).param("capacity", capacity, Types.INTEGER).update();
  }

  List<Row> all() {
    return rows(null);
  }

  Optional<Row> find(String chatId) {
    return rows(chatId).stream().findFirst();
  }

  private List<Row> rows(@Nullable String chatId) {
    return jdbc.sql(ALL).param("chat", chatId, Types.VARCHAR).query((row, n) -> row(row)).list();
  }

  List<Groups.Event> events(String chatId, int limit) {
    return jdbc.sql(EVENTS)
        .param("chat", chatId)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Groups.Event(
                    instant(row, "at"),
                    row.getString("what"),
                    row.getString("who"),
                    row.getString("note")))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    int capacity = row.getInt("capacity");
    return new Row(
        row.getString("chat_id"),
        row.getString("name"),
        row.getString("owner"),
        row.getString("notice"),
        row.getString("state").equals("OPEN"),
        row.getBoolean("operated"),
        capacity == 0 ? null : capacity,
        instant(row, "created_at"),
        instant(row, "seen_at"),
        row.getInt("members"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
