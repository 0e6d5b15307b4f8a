package dev.siyu.fission;

import dev.siyu.fission.FissionWork.Reward;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rewards and the budget they come from. */
@Component
class RewardTable {

  private static final String EARNED =
      """
      SELECT l.level FROM fission_inviter i JOIN fission_level l ON l.campaign_id = i.campaign_id
      WHERE i.id = :inviter AND l.helpers <= (SELECT count(*) FROM fission_helper h
          WHERE h.inviter_id = i.id AND h.state = 'VALID')
        AND NOT EXISTS (SELECT FROM fission_reward r
          WHERE r.inviter_id = i.id AND r.level = l.level)
      ORDER BY l.level
      """;

  /** Budget, threshold and the person's own cap in one statement; a duplicate undoes all of it. */
  private static final String CLAIM =
      """
      WITH paid AS (
        UPDATE fission_campaign k SET spent_cents = k.spent_cents + l.cents
        FROM fission_level l, fission_inviter i
        WHERE i.id = :inviter AND k.id = i.campaign_id AND l.campaign_id = k.id
          AND l.level = :level AND k.state = 'RUNNING' AND i.state <> 'SETTLED'
          AND k.spent_cents + l.cents <= k.budget_cents
          AND l.helpers <= (SELECT count(*) FROM fission_helper h
            WHERE h.inviter_id = i.id AND h.state = 'VALID')
        RETURNING l.*)
      INSERT INTO fission_reward (inviter_id, level, state, helpers, template, cents, valid_days,
        claimed_at, changed_at)
      SELECT :inviter, level, 'CLAIMED', helpers, template, cents, valid_days, :now, :now FROM paid
      """;

  private static final String UNISSUED =
      """
      SELECT id, level, template, valid_days FROM fission_reward
      WHERE inviter_id = :inviter AND state = 'CLAIMED' ORDER BY level
      """;
  private static final String ISSUED =
      """
      UPDATE fission_reward SET state = 'ISSUED', coupon_code = :code, changed_at = :now
      WHERE id = :id AND state = 'CLAIMED'
      """;
  private static final String OPEN =
      """
      SELECT EXISTS (SELECT FROM fission_inviter i JOIN fission_campaign k ON k.id = i.campaign_id
        WHERE i.id = :inviter AND i.state <> 'SETTLED' AND k.state = 'RUNNING'
          AND :now < k.ends_at
          AND (EXISTS (SELECT FROM fission_level l WHERE l.campaign_id = k.id AND NOT EXISTS
              (SELECT FROM fission_reward r WHERE r.inviter_id = i.id AND r.level = l.level))
            OR EXISTS (SELECT FROM fission_reward r
              WHERE r.inviter_id = i.id AND r.state = 'CLAIMED')))
      """;

  /** Helpers left, or the order the coupon was used for was refunded, while it is watched. */
  private static final String LOST =
      """
      UPDATE fission_reward r SET state = 'REVOKING', next_try_at = :now, changed_at = :now,
        note = 'helpers'
      FROM fission_inviter i JOIN fission_campaign k ON k.id = i.campaign_id
      WHERE r.inviter_id = i.id AND r.state = 'ISSUED' AND i.state <> 'SETTLED'
        AND :now < k.ends_at + make_interval(days => k.watch_days)
        AND (r.helpers > (SELECT count(*) FROM fission_helper h
            WHERE h.inviter_id = i.id AND h.state = 'VALID')
          OR EXISTS (SELECT FROM paid_order o WHERE o.coupon_code = r.coupon_code
            AND o.refunded_cents >= o.amount_cents))
      """;

  private static final String WATCHED =
      "SELECT EXISTS (SELECT FROM fission_reward r JOIN fission_inviter i ON i.id = r.inviter_id"
          + " WHERE r.state = 'ISSUED' AND i.state <> 'SETTLED')";
  private static final String NEXT =
      "SELECT min(next_try_at) FROM fission_reward WHERE state = 'REVOKING'";
  private static final String DUE =
      """
      SELECT id, coupon_code FROM fission_reward WHERE state = 'REVOKING' AND next_try_at <= :now
      ORDER BY id LIMIT 100
      """;
  private static final String END =
      """
      WITH ended AS (
        UPDATE fission_reward SET state = :state, note = :note, changed_at = :now,
          next_try_at = NULL
        WHERE id = :id AND state = 'REVOKING' RETURNING inviter_id, cents)
      UPDATE fission_campaign k SET spent_cents = k.spent_cents - e.cents
      FROM ended e JOIN fission_inviter i ON i.id = e.inviter_id
      WHERE k.id = i.campaign_id AND :state = 'REVOKED'
      """;
  private static final String LATER =
      """
      UPDATE fission_reward SET next_try_at = :next, note = :note
      WHERE id = :id AND state = 'REVOKING'
      """;

  record Lost(long id, String couponCode) {}

  private final JdbcClient jdbc;

  RewardTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Integer> earned(long inviter) {
    return jdbc.sql(EARNED).param("inviter", inviter).query(Integer.class).list();
  }

  /** False when the budget does not allow it, or it was claimed before. */
  boolean claim(long inviter, int level, Instant now) {
    try {
      return jdbc.sql(CLAIM)
              .param("inviter", inviter)
              .param("level", level)
              .param("now", HelperTable.sql(now))
              .update()
          == 1;
    } catch (DuplicateKeyException claimedBefore) {
      return false;
    }
  }

  List<Reward> unissued(long inviter) {
    return jdbc.sql(UNISSUED)
        .param("inviter", inviter)
        .query(
            (row, n) ->
                new Reward(
                    row.getLong("id"),
                    row.getInt("level"),
                    row.getString("template"),
                    row.getInt("valid_days")))
        .list();
  }

  void issued(long id, @Nullable String code, Instant now) {
    jdbc.sql(ISSUED)
        .param("id", id)
        .param("code", code, Types.VARCHAR)
        .param("now", HelperTable.sql(now))
        .update();
  }

  boolean isOpen(long inviter, Instant now) {
    return jdbc.sql(OPEN)
        .param("inviter", inviter)
        .param("now", HelperTable.sql(now))
        .query(Boolean.class)
        .single();
  }

  /** Marks what is to be taken back. */
  void markLost(Instant now) {
    jdbc.sql(LOST).param("now", HelperTable.sql(now)).update();
  }

  boolean anyWatched() {
    return jdbc.sql(WATCHED).query(Boolean.class).single();
  }

  Optional<Instant> nextTry() {
    return jdbc.sql(NEXT)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<Lost> due(Instant now) {
    return jdbc.sql(DUE)
        .param("now", HelperTable.sql(now))
        .query(
            (row, n) -> new Lost(row.getLong("id"), String.valueOf(row.getString("coupon_code"))))
        .list();
  }

  /** Taken back unused (the budget has it again), or owed because it was used. */
  void end(long id, boolean unused, @Nullable String note, Instant now) {
    jdbc.sql(END)
        .param("id", id)
        .param("state", unused ? "REVOKED" : "OWED")
        .param("note", note, Types.VARCHAR)
        .param("now", HelperTable.sql(now))
        .update();
  }

  void later(long id, Instant next, @Nullable String note) {
    jdbc.sql(LATER)
        .param("id", id)
        .param("next", HelperTable.sql(next))
        .param("note", note, Types.VARCHAR)
        .update();
  }
}
