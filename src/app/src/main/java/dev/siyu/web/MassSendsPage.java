package dev.siyu.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of mass sends as tasks of staff: what waits in WeCom, and how the others ended. */
@Repository
class MassSendsPage {

  private static final String ITEM =
      """
      SELECT m.*, r.sent, r.declined, r.unsent, r.customer_id, r.name
      FROM mass_send_task m
      LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE t.state = 'SENT')::int AS sent,
          count(*) FILTER (WHERE t.state = 'DECLINED')::int AS declined,
          count(*) FILTER (WHERE t.state = 'QUEUED')::int AS unsent,
          min(t.customer_id) AS customer_id, min(c.name) AS name
        FROM touchpoint t LEFT JOIN customer c ON c.id = t.customer_id
        WHERE t.provider_id = m.msg_id AND t.medium = 'MASS_SEND') r ON true
      """;
  private static final String OPEN =
      ITEM
          + """
           WHERE m.ended_at IS NULL AND (CAST(:staff AS text) IS NULL OR m.staff_user_id = :staff)
             AND (CAST(:at AS timestamptz) IS NULL OR (m.created_at, m.msg_id) > (:at, :id))
           ORDER BY m.created_at, m.msg_id LIMIT :limit
          """;
  private static final String ENDED =
      ITEM
          + """
           WHERE m.ended_at IS NOT NULL
             AND (CAST(:staff AS text) IS NULL OR m.staff_user_id = :staff)
             AND (CAST(:at AS timestamptz) IS NULL OR (m.created_at, m.msg_id) < (:at, :id))
           ORDER BY m.created_at DESC, m.msg_id DESC LIMIT :limit
          """;

  /**
   * @param sent customers whom WeCom reported as reached; created is not sent
   * @param unsent customers who wait for the member's confirmation
   */
  record Item(
      String msgId,
      String staffUserId,
      String state,
      @Nullable String said,
      @Nullable String customerId,
      @Nullable String customerName,
      int sent,
      int declined,
      int unsent,
      int reminders,
      @Nullable String leadUserId,
      @Nullable String note,
      Instant createdAt,
      @Nullable Instant lookedUpAt,
      @Nullable Instant deadline,
      @Nullable Instant endedAt) {}

  private final JdbcClient jdbc;

  MassSendsPage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Rows.Page<Item> list(boolean ended, @Nullable String staff, @Nullable String cursor, int limit) {
    var from = cursor == null ? null : Rows.Cursor.read(cursor, 1);
    var rows =
        jdbc.sql(ended ? ENDED : OPEN)
            .param("staff", staff, Types.VARCHAR)
            .param("at", from == null ? null : Rows.sql(from.at()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", from == null ? null : from.words().getFirst(), Types.VARCHAR)
            .param("limit", limit + 1)
            .query((row, n) -> item(row))
            .list();
    return Rows.page(rows, limit, item -> Rows.cursor(item.createdAt(), item.msgId()));
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getString("msg_id"),
        row.getString("staff_user_id"),
        row.getString("state"),
        row.getString("said"),
        row.getString("customer_id"),
        row.getString("name"),
        row.getInt("sent"),
        row.getInt("declined"),
        row.getInt("unsent"),
        row.getInt("reminders"),
        row.getString("lead_user_id"),
        row.getString("note"),
        Rows.moment(row, "created_at"),
        Rows.instant(row, "looked_up_at"),
        Rows.instant(row, "deadline"),
        Rows.instant(row, "ended_at"));
  }
}
