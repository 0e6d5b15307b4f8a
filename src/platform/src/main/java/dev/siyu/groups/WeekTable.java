package dev.siyu.groups;

import static dev.siyu.groups.ChatTable.at;

import dev.siyu.groups.GroupWork.Figures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of weeks: one run of the weekly SOP per group and week. */
@Component
class WeekTable {

  private static final String DUE =
      """
      SELECT g.chat_id FROM group_chat g
      WHERE g.operated AND g.state = 'OPEN' AND NOT EXISTS
        (SELECT FROM group_week w WHERE w.chat_id = g.chat_id AND w.week = :week)
      ORDER BY g.chat_id
      """;
  private static final String BEGIN =
      """
      INSERT INTO group_week (chat_id, week, started_at) VALUES (:chat, :week, :now)
      ON CONFLICT DO NOTHING
      """;
  private static final String COUNT =
      """
      WITH here AS (
        SELECT DISTINCT c.id FROM group_member m JOIN customer c ON c.external_user_id = m.member_id
        WHERE m.chat_id = :chat AND NOT m.staff AND (m.left_at IS NULL OR m.left_at >= :from)),
      bought AS (
        SELECT o.customer_id, o.amount_cents - o.refunded_cents AS net FROM paid_order o
          JOIN here ON here.id = o.customer_id
        WHERE o.paid_at >= :from AND o.paid_at < :to),
      wrote AS (
        SELECT DISTINCT e.subject FROM inbox_event e
          JOIN group_member m ON m.member_id = e.subject AND m.chat_id = :chat AND NOT m.staff
        WHERE e.occurred_at >= :from AND e.occurred_at < :to
          AND e.type LIKE '%customer_start_chat')
      SELECT
        (SELECT count(*) FROM group_member WHERE chat_id = :chat AND NOT staff AND left_at IS NULL)
          AS members,
        (SELECT count(*) FROM group_member WHERE chat_id = :chat AND NOT staff
          AND joined_at >= :from AND joined_at < :to) AS joined,
        (SELECT count(*) FROM group_member WHERE chat_id = :chat AND NOT staff
          AND left_at >= :from AND left_at < :to) AS departed,
        (SELECT count(*) FROM (
          SELECT c.external_user_id AS who FROM bought JOIN customer c ON c.id = bought.customer_id
          UNION SELECT subject FROM wrote) stirred) AS active,
        (SELECT count(DISTINCT customer_id) FROM bought) AS buyers,
        (SELECT count(*) FROM bought) AS orders,
        (SELECT coalesce(sum(net), 0) FROM bought) AS net_cents
      """;
  private static final String KEEP =
      """
      INSERT INTO group_week AS w (chat_id, week, started_at, summarized_at, members, joined,
        departed, active, buyers, orders, net_cents)
      VALUES (:chat, :week, :now, :now, :members, :joined, :departed, :active, :buyers, :orders,
        :net)
      ON CONFLICT (chat_id, week) DO UPDATE SET summarized_at = excluded.summarized_at,
        members = excluded.members, joined = excluded.joined, departed = excluded.departed,
        active = excluded.active, buyers = excluded.buyers, orders = excluded.orders,
        net_cents = excluded.net_cents
      """;

  private final JdbcClient jdbc;

  WeekTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Groups in operation whose week has not begun. */
  List<String> waiting(LocalDate week) {
    return jdbc.sql(DUE).param("week", week).query(String.class).list();
  }

  /** False when the week of this group has begun. */
  boolean begin(String chatId, LocalDate week, Instant now) {
    return jdbc.sql(BEGIN).param("chat", chatId).param("week", week).param("now", at(now)).update()
        == 1;
  }

  Figures count(String chatId, Instant from, Instant to) {
    return jdbc.sql(COUNT)
        .param("chat", chatId)
        .param("from", at(from))
        .param("to", at(to))
        .query(
            (row, n) ->
                new Figures(
                    row.getInt("members"),
                    row.getInt("joined"),
                    row.getInt("departed"),
                    row.getInt("active"),
                    row.getInt("buyers"),
                    row.getInt("orders"),
                    row.getLong("net_cents")))
        .single();
  }

  void keep(String chatId, LocalDate week, Figures figures, Instant now) {
    jdbc.sql(KEEP)
        .param("chat", chatId)
        .param("week", week)
        .param("now", at(now))
        .param("members", figures.members())
        .param("joined", figures.joined())
        .param("departed", figures.departed())
        .param("active", figures.active())
        .param("buyers", figures.buyers())
        .param("orders", figures.orders())
        .param("net", figures.netCents())
        .update();
  }

  List<Groups.Week> of(String chatId, int limit) {
    return jdbc.sql(
            "SELECT * FROM group_week WHERE chat_id = :chat ORDER BY week DESC LIMIT :limit")
        .param("chat", chatId)
        .param("limit", limit)
        .query((row, n) -> week(row))
        .list();
  }

  private static Groups.Week week(ResultSet row) throws SQLException {
    return new Groups.Week(
        row.getObject("week", LocalDate.class),
        ChatTable.instant(row, "started_at"),
        ChatTable.maybe(row, "summarized_at"),
        number(row, "members"),
        number(row, "joined"),
        number(row, "departed"),
        number(row, "active"),
        number(row, "buyers"),
        number(row, "orders"),
        (Long) row.getObject("net_cents"));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    return (Integer) row.getObject(column);
  }
}
