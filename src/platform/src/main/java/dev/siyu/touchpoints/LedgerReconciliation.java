package dev.siyu.touchpoints;

import dev.siyu.customers.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LedgerReconciliation implements Reconciliation {

  private static final String COUNTS = "SELECT state, count(*) AS n FROM touchpoint GROUP BY state";
  private static final String REFUSALS =
      """
      SELECT rule, count(*) AS n FROM touchpoint WHERE state = 'REFUSED'
      GROUP BY rule ORDER BY n DESC, rule
      """;
  private static final String UNKNOWN =
      """
      SELECT id, customer_id, journey, step, occurrence, medium, content, reason, updated_at
      FROM touchpoint WHERE state = 'UNKNOWN' AND id > :after ORDER BY id LIMIT :limit
      """;
  private static final String RESOLVE =
      """
      WITH resolved AS (
        UPDATE touchpoint SET state = :state, rule = 'RESOLVED', reason = :note, updated_at = :now
        WHERE id = :id AND state = 'UNKNOWN' RETURNING id)
      INSERT INTO touchpoint_event (touchpoint_id, at, state, rule, reason, actor)
      SELECT id, :now, :state, 'RESOLVED', :note, :actor FROM resolved
      """;
  private static final String BREACHES =
      """
      SELECT t.id AS "touchpointId", CASE
          WHEN e.state IS NULL THEN 'stands ' || t.state || ' without any event'
          WHEN e.state <> t.state THEN 'stands ' || t.state || ', last event says ' || e.state
          WHEN t.state = 'PENDING' THEN 'PENDING since ' || t.claimed_at
          ELSE 'QUEUED without an open mass-send task' END AS what
      FROM touchpoint t
      LEFT JOIN LATERAL (SELECT state FROM touchpoint_event
        WHERE touchpoint_id = t.id ORDER BY id DESC LIMIT 1) e ON true
      WHERE e.state IS DISTINCT FROM t.state
        OR (t.state = 'PENDING' AND t.claimed_at < :overdue)
        OR (t.state = 'QUEUED' AND NOT EXISTS (SELECT FROM mass_send_task m
          WHERE m.msg_id = t.provider_id AND m.ended_at IS NULL))
      ORDER BY t.id LIMIT 1000
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final RuleSettings settings;

  LedgerReconciliation(JdbcClient jdbc, Clock clock, RuleSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public Counts counts() {
    var by = new HashMap<TouchState, Long>();
    jdbc.sql(COUNTS)
        .query(
            row -> {
              by.put(TouchState.valueOf(row.getString("state")), row.getLong("n"));
            });
    return new Counts(
        by.values().stream().mapToLong(Long::longValue).sum(),
        by.getOrDefault(TouchState.SENT, 0L),
        by.getOrDefault(TouchState.QUEUED, 0L),
        by.getOrDefault(TouchState.REFUSED, 0L),
        by.getOrDefault(TouchState.DECLINED, 0L),
        by.getOrDefault(TouchState.FAILED, 0L) + by.getOrDefault(TouchState.EXPIRED, 0L),
        by.getOrDefault(TouchState.UNKNOWN, 0L),
        by.getOrDefault(TouchState.PENDING, 0L));
  }

  @Override
  public Map<String, Long> refusalsByRule() {
    var refusals = new LinkedHashMap<String, Long>();
    jdbc.sql(REFUSALS)
        .query(
            row -> {
              refusals.put(row.getString("rule"), row.getLong("n"));
            });
    return refusals;
  }

  @Override
  public List<UnknownTouch> unknown(long afterId, int limit) {
    return jdbc.sql(UNKNOWN)
        .param("after", afterId)
        .param("limit", limit)
        .query(
            (row, n) ->
                new UnknownTouch(
                    row.getLong("id"),
                    new TouchKey(
                        new CustomerId(row.getString("customer_id")),
                        row.getString("journey"),
                        row.getString("step"),
                        row.getString("occurrence")),
                    Medium.valueOf(row.getString("medium")),
                    row.getString("content"),
                    row.getString("reason"),
                    Objects.requireNonNull(Rows.instant(row, "updated_at"))))
        .list();
  }

  @Override
  public boolean resolve(long id, Finding finding, String actor, String note) {
    var state =
        switch (finding) {
          case SENT -> TouchState.SENT;
          case NOT_SENT -> TouchState.FAILED;
        };
    return jdbc.sql(RESOLVE)
            .param("id", id)
            .param("state", state.name())
            .param("note", note)
            .param("actor", actor)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  @Override
  public List<Breach> breaches() {
    Instant overdue = clock.instant().minus(settings.callTimeout().multipliedBy(2));
    return jdbc.sql(BREACHES)
        .param("overdue", overdue.atOffset(ZoneOffset.UTC))
        .query(Breach.class)
        .list();
  }
}
