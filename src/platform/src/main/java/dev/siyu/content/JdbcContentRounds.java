package dev.siyu.content;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcContentRounds implements ContentRounds {

  /** A job that is tried again comes within minutes, the next reminder after days: noted once. */
  private static final String REMIND =
      """
      INSERT INTO content_decision (key, version, revision, action, actor, at, reason)
      SELECT key, version, revision, 'REMINDED', 'siyu', :now, :step FROM content c
      WHERE key = :key AND version = :version AND NOT EXISTS (SELECT FROM content_decision d
        WHERE d.key = c.key AND d.version = c.version AND d.action = 'REMINDED' AND d.reason = :step
          AND d.at > CAST(:now AS timestamptz) - interval '1 hour')
      """;

  /** Since the step began: a text that was sent back is waited for anew. */
  private static final String REMINDED =
      """
      SELECT count(*) FROM content_decision d
      WHERE key = :key AND version = :version AND action = 'REMINDED' AND reason = :step
        AND id > coalesce((SELECT max(id) FROM content_decision
          WHERE key = :key AND version = :version AND action <> 'REMINDED'), 0)
      """;

  /**
   * Read-only over the tables of touches, events and orders. A reply or an order counts once,
   * within so many days after any touch of this version that was made.
   */
  private static final String MEASURE =
      """
      WITH asked AS (
        SELECT coalesce(a.customer_id, t.customer_id) AS customer, t.state, t.claimed_at
        FROM touchpoint t LEFT JOIN customer_alias a ON a.alias = t.customer_id
        WHERE t.content = :key AND t.content_version = :version
          AND t.medium IN ('WELCOME', 'MASS_SEND')),
      made AS (
        SELECT customer, claimed_at AS at, claimed_at + make_interval(days => :days) AS until
        FROM asked WHERE state = 'SENT'),
      reached AS (SELECT DISTINCT customer FROM made),
      reply AS (
        SELECT r.customer FROM reached r JOIN customer c ON c.id = r.customer
        WHERE EXISTS (SELECT FROM made m JOIN inbox_event e ON e.subject = c.external_user_id
          WHERE m.customer = r.customer AND e.type LIKE '%/customer_start_chat'
            AND e.occurred_at > m.at AND e.occurred_at <= m.until)),
      bought AS (
        SELECT o.customer_id, o.amount_cents - o.refunded_cents AS net_cents
        FROM reached r JOIN paid_order o ON o.customer_id = r.customer
        WHERE EXISTS (SELECT FROM made m WHERE m.customer = r.customer
          AND o.paid_at > m.at AND o.paid_at <= m.until))
      INSERT INTO content_figures (key, version, counted_from, days, collected_at, made, waiting,
        refused, customers, replied, buyers, orders, net_cents)
      SELECT :key, :version, coalesce((SELECT min(at) FROM made), :now), :days, :now,
        (SELECT count(*) FROM made),
        (SELECT count(*) FROM asked WHERE state = 'QUEUED'),
        (SELECT count(*) FROM asked WHERE state IN ('REFUSED', 'DECLINED', 'EXPIRED')),
        (SELECT count(*) FROM reached), (SELECT count(*) FROM reply),
        (SELECT count(DISTINCT customer_id) FROM bought), (SELECT count(*) FROM bought),
        (SELECT coalesce(sum(net_cents), 0) FROM bought)
      ON CONFLICT (key, version) DO UPDATE SET counted_from = excluded.counted_from,
        days = excluded.days, collected_at = excluded.collected_at, made = excluded.made,
        waiting = excluded.waiting, refused = excluded.refused, customers = excluded.customers,
        replied = excluded.replied, buyers = excluded.buyers, orders = excluded.orders,
        net_cents = excluded.net_cents
      RETURNING *
      """;

  private static final String MEASURED =
      """
      INSERT INTO content_decision (key, version, revision, action, actor, at)
      SELECT key, version, revision, 'MEASURED', 'siyu', :now FROM content
      WHERE key = :key AND version = :version
      """;

  private final JdbcClient jdbc;
  private final ContentSettings settings;
  private final TransactionTemplate transactions;

  JdbcContentRounds(JdbcClient jdbc, ContentSettings settings, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.transactions = transactions;
  }

  @Override
  public int remind(String key, int version, Step step, Instant now) {
    jdbc.sql(REMIND)
        .param("key", key)
        .param("version", version)
        .param("step", step.name())
        .param("now", sql(now))
        .update();
    return jdbc.sql(REMINDED)
        .param("key", key)
        .param("version", version)
        .param("step", step.name())
        .query(Integer.class)
        .single();
  }

  @Override
  public ContentLibrary.Figures measure(String key, int version, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var figures =
                  jdbc.sql(MEASURE)
                      .param("key", key)
                      .param("version", version)
                      .param("days", settings.figureDays())
                      .param("now", sql(now))
                      .query((row, n) -> JdbcContentLibrary.figures(row))
                      .single();
              jdbc.sql(MEASURED)
                  .param("key", key)
                  .param("version", version)
                  .param("now", sql(now))
                  .update();
              return figures;
            }));
  }

  private static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
