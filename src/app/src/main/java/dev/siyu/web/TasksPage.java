package dev.siyu.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of staff tasks: open ones by deadline, ended ones newest first, and counts by member. */
@Repository
class TasksPage {

  private static final String OPEN =
      """
      SELECT t.*, c.name FROM staff_task t LEFT JOIN customer c ON c.id = t.customer_id
       WHERE t.ended_at IS NULL AND (CAST(:staff AS text) IS NULL OR t.staff_user_id = :staff)
         AND (CAST(:at AS timestamptz) IS NULL OR (t.deadline, t.id) > (:at, :id))
       ORDER BY t.deadline, t.id LIMIT :limit
      """;
  private static final String ENDED =
      """
      SELECT t.*, c.name FROM staff_task t LEFT JOIN customer c ON c.id = t.customer_id
       WHERE t.ended_at IS NOT NULL AND (CAST(:staff AS text) IS NULL OR t.staff_user_id = :staff)
         AND (CAST(:at AS timestamptz) IS NULL OR (t.ended_at, t.id) < (:at, :id))
       ORDER BY t.ended_at DESC, t.id DESC LIMIT :limit
      """;
  private static final String TEAM =
      """
      SELECT staff_user_id AS "staffUserId", sum(open)::int AS open, sum(today)::int AS today,
        sum(to_confirm)::int AS "toConfirm", sum(escalated)::int AS escalated
      FROM (
        SELECT staff_user_id, 1 AS open, (deadline < :tomorrow)::int AS today, 0 AS to_confirm,
          0 AS escalated
        FROM staff_task WHERE ended_at IS NULL
        UNION ALL
        SELECT staff_user_id, 0, 0, 1, (escalated_at IS NOT NULL)::int
        FROM mass_send_task WHERE ended_at IS NULL) t
      WHERE CAST(:staff AS text) IS NULL OR staff_user_id = :staff
      GROUP BY staff_user_id ORDER BY sum(escalated) DESC, sum(open) + sum(to_confirm) DESC, 1
      LIMIT 200
      """;
  private static final String COLLEAGUES =
      """
      SELECT s.staff_user_id AS "staffUserId", bool_or(s.customer_id = t.customer_id) AS knows
      FROM staff_task t JOIN customer_staff s
        ON s.until IS NULL AND s.staff_user_id <> t.staff_user_id
      WHERE t.id = :id GROUP BY 1 ORDER BY 2 DESC NULLS LAST, 1 LIMIT 100
      """;

  record Item(
      String id,
      String title,
      String content,
      String staffUserId,
      @Nullable String customerId,
      @Nullable String customerName,
      String journey,
      String state,
      Instant createdAt,
      Instant deadline,
      @Nullable Instant until,
      @Nullable Instant endedAt,
      @Nullable String endedBy,
      @Nullable String note,
      @Nullable String handedTo) {}

  /**
   * @param today open tasks whose deadline is today or over
   * @param toConfirm mass sends to be confirmed in WeCom
   */
  record Member(String staffUserId, int open, int today, int toConfirm, int escalated) {}

  /**
   * @param knows whether they have the customer as a contact
   */
  record Colleague(String staffUserId, boolean knows) {}

  private final JdbcClient jdbc;

  TasksPage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Rows.Page<Item> list(boolean ended, @Nullable String staff, @Nullable String cursor, int limit) {
    var from = cursor == null ? null : Rows.Cursor.read(cursor, 1);
    var rows =
        jdbc.sql(ended ? ENDED : OPEN)
            .param("staff", staff, Types.VARCHAR)
            .param("at", from == null ? null : Rows.sql(from.at()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", from == null ? null : Long.valueOf(from.words().getFirst()), Types.BIGINT)
            .param("limit", limit + 1)
            .query((row, n) -> item(row))
            .list();
    return Rows.page(rows, limit, TasksPage::cursor);
  }

  List<Member> team(@Nullable String staff, Instant tomorrow) {
    return jdbc.sql(TEAM)
        .param("staff", staff, Types.VARCHAR)
        .param("tomorrow", Rows.sql(tomorrow))
        .query(Member.class)
        .list();
  }

  /** Who could take the task over; those who know the customer first. */
  List<Colleague> colleagues(long id) {
    return jdbc.sql(COLLEAGUES)
        .param("id", id)
        .query((row, n) -> new Colleague(row.getString(1), row.getBoolean(2)))
        .list();
  }

  private static String cursor(Item item) {
    var ended = item.endedAt();
    return Rows.cursor(ended == null ? item.deadline() : ended, item.id());
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getString("id"),
        row.getString("title"),
        row.getString("content"),
        row.getString("staff_user_id"),
        row.getString("customer_id"),
        row.getString("name"),
        row.getString("journey"),
        row.getString("state"),
        Rows.moment(row, "created_at"),
        Rows.moment(row, "deadline"),
        Rows.instant(row, "until"),
        Rows.instant(row, "ended_at"),
        row.getString("ended_by"),
        row.getString("note"),
        row.getString("handed_to"));
  }
}
