package dev.siyu.touchpoints;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes decisions about touches into the ledger, a batch per statement. */
@Component
class LedgerRows {

  private static final String LOCK =
      """
      SELECT count(pg_advisory_xact_lock(lock)) FROM (
        SELECT DISTINCT hashtextextended('touch ' || customer, 0) AS lock
        FROM unnest(:customers::text[]) customer ORDER BY 1) locks
      """;
  private static final String WRITE =
      """
      WITH decided AS (
        SELECT * FROM jsonb_to_recordset(:decisions::jsonb) AS d(customer_id text, journey text,
          step text, occurrence text, medium text, content text, staff_user_id text,
          request_hash text, state text, rule text, reason text, not_before timestamptz,
          element_instance_key bigint, nudges_since timestamptz, priority text)),
      written AS (
        INSERT INTO touchpoint AS t (customer_id, journey, step, occurrence, medium, content,
          content_version,
          staff_user_id, request_hash, state, rule, reason, not_before, element_instance_key,
          nudges_since, priority, attempts, asked_at, claimed_at, updated_at)
        SELECT customer_id, journey, step, occurrence, medium, content,
          (SELECT c.version FROM content c
            WHERE c.key = decided.content AND c.state = 'APPROVED'),
          staff_user_id, request_hash, state, rule, reason, not_before, element_instance_key,
          nudges_since, priority, CASE state WHEN 'PENDING' THEN 1 ELSE 0 END, :now,
          CASE state WHEN 'PENDING' THEN :now::timestamptz END, :now
        FROM decided
        ON CONFLICT (customer_id, journey, step, occurrence) DO UPDATE SET
          state = excluded.state, rule = excluded.rule, reason = excluded.reason,
          content_version = excluded.content_version,
          not_before = excluded.not_before, element_instance_key = excluded.element_instance_key,
          attempts = t.attempts + excluded.attempts,
          claimed_at = coalesce(excluded.claimed_at, t.claimed_at), updated_at = excluded.updated_at
        WHERE t.state = ANY (CASE excluded.state WHEN 'PENDING' THEN :beforePending::text[]
          WHEN 'REFUSED' THEN :beforeRefused::text[] ELSE :beforeUnknown::text[] END)
        RETURNING t.*),
      logged AS (
        INSERT INTO touchpoint_event (touchpoint_id, at, state, rule, reason)
        SELECT id, :now, state, rule, reason FROM written)
      SELECT id, customer_id, journey, step, occurrence, attempts, content_version FROM written
      WHERE state = 'PENDING'
      """;

  /** A decision to be written: PENDING is a claim. */
  record Decision(
      String customerId,
      String journey,
      String step,
      String occurrence,
      Medium medium,
      String content,
      @Nullable String staffUserId,
      String requestHash,
      TouchState state,
      @Nullable String rule,
      @Nullable String reason,
      @Nullable Instant notBefore,
      long elementInstanceKey,
      @Nullable Instant nudgesSince,
      Priority priority) {

    static Decision of(
        Touch touch,
        String hash,
        TouchState state,
        @Nullable String rule,
        @Nullable String reason,
        @Nullable Instant notBefore) {
      var key = touch.key();
      return new Decision(
          key.customer().value(),
          key.journey(),
          key.step(),
          key.occurrence(),
          touch.medium(),
          touch.content(),
          touch.staffUserId(),
          hash,
          state,
          rule,
          reason,
          notBefore,
          touch.elementInstanceKey(),
          touch.nudgesSince(),
          touch.priority());
    }
  }

  private record Written(TouchKey key, Claim claim) {}

  private final JdbcClient jdbc;

  LedgerRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes everybody else wait who decides about one of these customers; always in one order. */
  void lock(List<CustomerId> customers) {
    jdbc.sql(LOCK)
        .param("customers", customers.stream().map(CustomerId::value).toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  /** Answers the claims that were granted. */
  Map<TouchKey, Claim> write(List<Decision> decisions, Instant now) {
    if (decisions.isEmpty()) {
      return Map.of();
    }
    var granted = new HashMap<TouchKey, Claim>();
    jdbc.sql(WRITE)
        .param("decisions", Rows.json(decisions))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("beforePending", TouchState.askable(TouchState.PENDING))
        .param("beforeRefused", TouchState.askable(TouchState.REFUSED))
        .param("beforeUnknown", TouchState.askable(TouchState.UNKNOWN))
        .query(
            (row, n) ->
                new Written(
                    new TouchKey(
                        new CustomerId(row.getString("customer_id")),
                        row.getString("journey"),
                        row.getString("step"),
                        row.getString("occurrence")),
                    new Claim.Granted(
                        row.getLong("id"), row.getInt("attempts"), row.getInt("content_version"))))
        .list()
        .forEach(written -> granted.put(written.key(), written.claim()));
    return granted;
  }
}
