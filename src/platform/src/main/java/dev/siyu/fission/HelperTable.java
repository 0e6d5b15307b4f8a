package dev.siyu.fission;

import dev.siyu.customers.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The helpers, and what is known about one who arrives. */
@Component
class HelperTable {

  private static final String INVITER =
      "SELECT campaign_id, customer_id FROM fission_inviter WHERE id = :id";
  private static final String FACTS =
      """
      SELECT i.customer_id = :helper AS self,
        EXISTS (SELECT FROM customer_staff s WHERE s.customer_id = :helper AND s.since < :at)
          AS known_before,
        k.state <> 'RUNNING' OR :at < k.starts_at OR :at >= k.ends_at AS late,
        (SELECT count(*) FROM fission_helper h WHERE h.inviter_id = i.id
          AND h.helped_at > :hour_before AND h.helped_at <= :at)::int + 1 AS adds_per_hour,
        (SELECT coalesce(100 * count(*) FILTER (WHERE h.left_at IS NOT NULL)
            / nullif(count(*), 0), 0) FROM fission_helper h WHERE h.inviter_id = i.id)::int AS left_percent,
        EXISTS (SELECT FROM customer_hint mine JOIN customer_hint other
            ON other.kind = mine.kind AND other.hash = mine.hash
          WHERE mine.customer_id = :helper AND other.customer_id <> :helper
            AND (other.customer_id = i.customer_id OR other.customer_id IN
              (SELECT h.customer_id FROM fission_helper h WHERE h.inviter_id = i.id))) AS same_phone,
        (SELECT count(*) FROM fission_reward r JOIN fission_inviter e ON e.id = r.inviter_id
          WHERE e.customer_id = i.customer_id AND r.state IN ('ISSUED', 'OWED')
            AND NOT EXISTS (SELECT FROM paid_order o WHERE o.customer_id = i.customer_id
              AND o.paid_at > r.claimed_at AND o.refunded_cents < o.amount_cents))::int AS unpaid,
        (SELECT count(*) FROM paid_order o WHERE o.customer_id = i.customer_id
          AND o.refunded_cents < o.amount_cents)::int AS orders,
        (SELECT coalesce(sum(o.amount_cents - o.refunded_cents), 0) FROM paid_order o
          WHERE o.customer_id = i.customer_id)::bigint AS net,
        (SELECT c.name <> '' FROM customer c WHERE c.id = :helper) AS named
      FROM fission_inviter i JOIN fission_campaign k ON k.id = i.campaign_id WHERE i.id = :id
      """;
  private static final String ADD =
      """
      INSERT INTO fission_helper (campaign_id, inviter_id, customer_id, state, rule, reason, facts,
        helped_at)
      VALUES (:campaign, :inviter, :customer, :state, :rule, :reason, :facts, :at)
      ON CONFLICT (campaign_id, customer_id) DO NOTHING
      """;
  private static final String LEFT =
      """
      UPDATE fission_helper h SET left_at = :at, state = 'INVALID', rule = 'left',
        reason = '又删除了好友'
      FROM fission_campaign k
      WHERE h.campaign_id = k.id AND h.customer_id = :customer AND h.left_at IS NULL
        AND :at >= h.helped_at AND :at < k.ends_at + make_interval(days => k.watch_days)
      """;
  private static final String DECIDE =
      """
      UPDATE fission_helper SET state = :state, rule = 'person', reason = :reason,
        decided_by = :who, decided_at = :now
      WHERE id = :id AND state = 'SUSPECT' RETURNING inviter_id
      """;

  record Inviter(long campaignId, CustomerId customer) {}

  record Judged(String state, String rule, String reason) {}

  private final JdbcClient jdbc;

  HelperTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Inviter> inviter(long id) {
    return jdbc.sql(INVITER)
        .param("id", id)
        .query(
            (row, n) ->
                new Inviter(
                    row.getLong("campaign_id"), new CustomerId(row.getString("customer_id"))))
        .optional();
  }

  HelperFacts facts(long inviter, CustomerId helper, Instant at) {
    return jdbc.sql(FACTS)
        .param("id", inviter)
        .param("helper", helper.value())
        .param("at", sql(at))
        .param("hour_before", sql(at.minus(HelperFacts.HOUR)))
        .query((row, n) -> facts(row))
        .single();
  }

  /** False when this person helps in this campaign already. */
  boolean add(
      Inviter inviter, long id, CustomerId helper, Judged judged, String facts, Instant at) {
    return jdbc.sql(ADD)
            .param("campaign", inviter.campaignId())
            .param("inviter", id)
            .param("customer", helper.value())
            .param("state", judged.state())
            .param("rule", judged.rule())
            .param("reason", judged.reason())
            .param("facts", facts)
            .param("at", sql(at))
            .update()
        == 1;
  }

  void left(CustomerId helper, Instant at) {
    jdbc.sql(LEFT).param("customer", helper.value()).param("at", sql(at)).update();
  }

  /** The inviter it counts for; empty when somebody decided before. */
  Optional<Long> decide(long id, boolean valid, String reason, String who, Instant now) {
    return jdbc.sql(DECIDE)
        .param("id", id)
        .param("state", valid ? "VALID" : "INVALID")
        .param("reason", reason)
        .param("who", who)
        .param("now", sql(now))
        .query(Long.class)
        .optional();
  }

  private static HelperFacts facts(ResultSet row) throws SQLException {
    return new HelperFacts(
        row.getBoolean("self"),
        row.getBoolean("known_before"),
        row.getBoolean("late"),
        row.getInt("adds_per_hour"),
        row.getInt("left_percent"),
        row.getBoolean("same_phone"),
        row.getInt("unpaid"),
        row.getInt("orders"),
        row.getLong("net"),
        row.getBoolean("named"));
  }

  static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
