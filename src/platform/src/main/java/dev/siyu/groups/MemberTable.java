package dev.siyu.groups;

import static dev.siyu.groups.ChatTable.at;

import dev.siyu.wecom.GroupChats.Member;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of members; one per stay. */
@Component
class MemberTable {

  private static final String JOIN =
      """
      INSERT INTO group_member (chat_id, member_id, staff, name, joined_at, join_scene, join_state)
      VALUES (:chat, :member, :staff, :name, :joined, :scene, :state)
      """;
  private static final String LEAVE =
      "UPDATE group_member SET left_at = :now, quit_scene = :scene WHERE id = :id AND left_at IS NULL";
  private static final String HERE =
      "SELECT * FROM group_member WHERE chat_id = :chat AND left_at IS NULL";
  private static final String CUSTOMER = "SELECT id FROM customer WHERE external_user_id = :member";
  private static final String IS_IN =
      """
      SELECT EXISTS (SELECT FROM group_member m
          JOIN customer c ON c.external_user_id = m.member_id
        WHERE c.id = :customer AND m.left_at IS NULL AND m.chat_id = ANY (:chats))
      """;
  private static final String SHOWN =
      """
      SELECT m.*, c.id AS customer_id FROM group_member m
        LEFT JOIN customer c ON c.external_user_id = m.member_id
      WHERE m.chat_id = :chat
      ORDER BY m.left_at IS NOT NULL, m.staff DESC, m.joined_at DESC LIMIT :limit
      """;

  /** A member who is here now. */
  record Stay(long id, String memberId, boolean staff, String name, Instant joinedAt) {}

  private final JdbcClient jdbc;

  MemberTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void join(String chatId, Member member) {
    jdbc.sql(JOIN)
        .param("chat", chatId)
        .param("member", member.memberId())
        .param("staff", member.staff())
        .param("name", member.name())
        .param("joined", at(member.joinedAt()))
        .param("scene", member.scene())
        .param("state", member.state(), Types.VARCHAR)
        .update();
  }

  void leave(long id, @Nullable Integer scene, Instant now) {
    jdbc.sql(LEAVE)
        .param("id", id)
        .param("scene", scene, Types.INTEGER)
        .param("now", at(now))
        .update();
  }

  Map<String, Stay> here(String chatId) {
    return jdbc
        .sql(HERE)
        .param("chat", chatId)
        .query(
            (row, n) ->
                new Stay(
                    row.getLong("id"),
                    row.getString("member_id"),
                    row.getBoolean("staff"),
                    row.getString("name"),
                    ChatTable.instant(row, "joined_at")))
        .list()
        .stream()
        .collect(Collectors.toMap(Stay::memberId, Function.identity()));
  }

  /** Our id of a member who is a customer. */
  Optional<String> customer(String memberId) {
    return jdbc.sql(CUSTOMER).param("member", memberId).query(String.class).optional();
  }

  boolean isIn(String customerId, List<String> chats) {
    return jdbc.sql(IS_IN)
        .param("customer", customerId)
        .param("chats", chats.toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }

  /** Those who are here first, then the newest. */
  List<Groups.Member> shown(String chatId, int limit) {
    return jdbc.sql(SHOWN)
        .param("chat", chatId)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Groups.Member(
                    row.getString("member_id"),
                    row.getString("customer_id"),
                    row.getBoolean("staff"),
                    row.getString("name"),
                    ChatTable.instant(row, "joined_at"),
                    row.getInt("join_scene"),
                    row.getString("join_state"),
                    ChatTable.maybe(row, "left_at")))
        .list();
  }
}
