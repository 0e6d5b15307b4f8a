package dev.siyu.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of the core circle: who is in it, who left and why, who waits for a place. */
@Repository
class CirclePage {

  private static final String IN_STATE =
      """
      SELECT m.*, c.name, coalesce(l.layer, 'OUTER') AS layer, v.note, v.actor,
        coalesce(l.net_year_cents, 0) AS net_year_cents,
        coalesce(l.net_ever_cents, 0) AS net_ever_cents, coalesce(l.orders_year, 0) AS orders_year,
        coalesce(l.active_months, 0) AS active_months, coalesce(l.silent_months, 12) AS silent_months
      FROM core_member m JOIN customer c ON c.id = m.customer_id
      LEFT JOIN customer_layer l ON l.customer_id = m.customer_id
      LEFT JOIN LATERAL (SELECT note, actor FROM core_move WHERE customer_id = m.customer_id
        ORDER BY id DESC LIMIT 1) v ON true
      WHERE m.state = :state ORDER BY m.changed_at DESC, m.customer_id LIMIT 200
      """;

  /** Who qualifies and is neither invited nor in, the best first. */
  private static final String WAITING =
      """
      SELECT l.*, c.name, c.consent, m.invite_after, (SELECT staff_user_id FROM customer_staff
        WHERE customer_id = l.customer_id AND until IS NULL ORDER BY since DESC LIMIT 1) AS staff
      FROM customer_layer l JOIN customer c ON c.id = l.customer_id
      LEFT JOIN core_member m ON m.customer_id = l.customer_id
      WHERE l.layer = 'CORE' AND (m.state IS NULL OR m.state = 'OUT')
      ORDER BY l.net_year_cents DESC, l.customer_id LIMIT 200
      """;

  private static final String IS_IN =
      "SELECT EXISTS (SELECT FROM core_member WHERE customer_id = :id AND state <> 'OUT')";

  /**
   * @param note the facts behind the last change, in words
   */
  record Member(
      String customerId,
      String customerName,
      String state,
      String why,
      String layer,
      String staffUserId,
      @Nullable String operator,
      @Nullable Instant invitedAt,
      @Nullable Instant joinedAt,
      @Nullable Instant leftAt,
      @Nullable Instant warnedAt,
      @Nullable Instant inviteAfter,
      @Nullable String note,
      @Nullable String actor,
      LayersPage.Facts facts) {}

  record Waiting(
      String customerId,
      String customerName,
      @Nullable String staffUserId,
      boolean consent,
      Instant since,
      @Nullable Instant inviteAfter,
      LayersPage.Facts facts) {}

  private final JdbcClient jdbc;

  CirclePage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Member> inState(String state) {
    return jdbc.sql(IN_STATE)
        .param("state", state)
        .query(
            (row, n) ->
                new Member(
                    row.getString("customer_id"),
                    row.getString("name"),
                    row.getString("state"),
                    row.getString("why"),
                    row.getString("layer"),
                    row.getString("staff_user_id"),
                    row.getString("operator"),
                    Rows.instant(row, "invited_at"),
                    Rows.instant(row, "joined_at"),
                    Rows.instant(row, "left_at"),
                    Rows.instant(row, "warned_at"),
                    Rows.instant(row, "invite_after"),
                    row.getString("note"),
                    row.getString("actor"),
                    LayersPage.facts(row)))
        .list();
  }

  List<Waiting> waiting() {
    return jdbc.sql(WAITING)
        .query(
            (row, n) ->
                new Waiting(
                    row.getString("customer_id"),
                    row.getString("name"),
                    row.getString("staff"),
                    row.getBoolean("consent"),
                    Rows.moment(row, "since"),
                    Rows.instant(row, "invite_after"),
                    LayersPage.facts(row)))
        .list();
  }

  boolean isIn(String id) {
    return jdbc.sql(IS_IN).param("id", id).query(Boolean.class).single();
  }
}
