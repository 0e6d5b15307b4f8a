package dev.siyu.touchpoints;

import dev.siyu.touchpoints.ContactFacts.Made;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fetches what the rules look at, for a whole batch of touches in one statement. */
@Component
class LedgerFacts {

  /** Read-only over the tables of customers, orders and content: one statement, one snapshot. */
  private static final String FACTS =
      """
      SELECT a.n, c.id IS NOT NULL AS known, c.consent, c.zone, r.since, r.left_at,
        (SELECT max(paid_at) FROM paid_order o
          WHERE o.customer_id = c.id AND o.refunded_cents < o.amount_cents) AS last_paid_at,
        EXISTS (SELECT FROM content x WHERE x.key = a.content AND x.state = 'APPROVED') AS approved,
        ARRAY(SELECT concat(m.medium, ' ', (extract(epoch FROM m.claimed_at) * 1000)::bigint, ' ',
            m.staff_user_id)
          FROM touchpoint m
          WHERE m.customer_id IN (SELECT c.id UNION ALL
              SELECT w.alias FROM customer_alias w WHERE w.customer_id = c.id)
            AND m.claimed_at > :from
            AND m.state IN ('PENDING', 'SENT', 'QUEUED', 'UNKNOWN')
          ORDER BY m.claimed_at) AS made,
        t.request_hash, t.state, t.rule, t.reason, t.not_before, t.provider_id, t.claimed_at
      FROM jsonb_to_recordset(:asked::jsonb) AS a(n int, customer_id text, journey text, step text,
        occurrence text, staff text, content text)
      LEFT JOIN customer_alias al ON al.alias = a.customer_id
      LEFT JOIN customer c ON c.id = coalesce(al.customer_id, a.customer_id)
      LEFT JOIN LATERAL (SELECT max(since) FILTER (WHERE until IS NULL) AS since,
          max(until) AS left_at
        FROM customer_staff s
        WHERE s.customer_id = c.id AND (a.staff IS NULL OR s.staff_user_id = a.staff)) r ON true
      LEFT JOIN touchpoint t ON t.customer_id = a.customer_id AND t.journey = a.journey
        AND t.step = a.step AND t.occurrence = a.occurrence
      ORDER BY a.n
      """;

  private static final int DAYS_LOOKED_BACK = 32;

  /** What is known about one asked touch: the facts, and its row if there is one. */
  record Known(ContactFacts facts, @Nullable Standing standing) {}

  private record Asked(
      int n,
      String customerId,
      String journey,
      String step,
      String occurrence,
      @Nullable String staff,
      String content) {}

  private final JdbcClient jdbc;

  LedgerFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One answer per touch, in order. */
  List<Known> of(List<Touch> touches, Instant now) {
    var asked = IntStream.range(0, touches.size()).mapToObj(n -> asked(n, touches.get(n))).toList();
    return jdbc.sql(FACTS)
        .param("asked", Rows.json(asked))
        .param("from", now.minus(DAYS_LOOKED_BACK, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC))
        .query((row, n) -> new Known(facts(row), standing(row)))
        .list();
  }

  private static Asked asked(int n, Touch touch) {
    var key = touch.key();
    return new Asked(
        n,
        key.customer().value(),
        key.journey(),
        key.step(),
        key.occurrence(),
        touch.staffUserId(),
        touch.content());
  }

  private static ContactFacts facts(ResultSet row) throws SQLException {
    if (!row.getBoolean("known")) {
      return ContactFacts.unknownCustomer();
    }
    return new ContactFacts(
        true,
        row.getBoolean("consent"),
        ZoneId.of(row.getString("zone")),
        Rows.instant(row, "since"),
        Rows.instant(row, "left_at"),
        Rows.instant(row, "last_paid_at"),
        row.getBoolean("approved"),
        Arrays.stream((String[]) row.getArray("made").getArray()).map(LedgerFacts::made).toList());
  }

  private static Made made(String text) {
    var parts = text.split(" ", 3);
    return new Made(
        Medium.valueOf(parts[0]), parts[2], Instant.ofEpochMilli(Long.parseLong(parts[1])));
  }

  private static @Nullable Standing standing(ResultSet row) throws SQLException {
    var state = row.getString("state");
    return state == null
        ? null
        : new Standing(
            row.getString("request_hash"),
            TouchState.valueOf(state),
            row.getString("rule"),
            row.getString("reason"),
            Rows.instant(row, "not_before"),
            row.getString("provider_id"),
            Rows.instant(row, "claimed_at"));
  }
}
