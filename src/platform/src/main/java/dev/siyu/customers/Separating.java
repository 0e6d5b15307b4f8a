package dev.siyu.customers;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Undoes a merge (拆分): what came with the one who went goes back, the merge stays in the books. */
@Component
class Separating {

  private static final Logger log = LoggerFactory.getLogger(Separating.class);

  private static final String MERGE =
      """
      SELECT gone, kept, origins FROM customer_merge
      WHERE id = :merge AND kept = :kept AND separated_at IS NULL
      """;

  /**
   * In order; {@code m} is the merge. A wish for silence (consent) that came after the merge stays
   * with both.
   */
  private static final List<String> STEPS =
      List.of(
          "DELETE FROM customer_alias WHERE alias = :gone",
          """
          UPDATE customer k SET union_id = m.kept_was->>'union_id'
          FROM customer_merge m WHERE m.id = :merge AND k.id = :kept
            AND k.union_id IS DISTINCT FROM m.kept_was->>'union_id'
            AND EXISTS (SELECT FROM customer_identity i WHERE i.kind = 'union'
              AND i.value = k.union_id AND i.origin_id = ANY (:origins))
          """,
          """
          INSERT INTO customer (id, external_user_id, union_id, name, stage, stage_beneath, channel,
            zone, consent, consent_at, added_at, created_at)
          SELECT r.id, r.external_user_id, r.union_id, r.name, r.stage, r.stage_beneath, r.channel,
            r.zone,
            r.consent AND (k.consent OR coalesce(k.consent_at <= m.merged_at, true)),
            r.consent_at, r.added_at, r.created_at
          FROM customer_merge m CROSS JOIN jsonb_populate_record(NULL::customer, m.gone_was->'row') r
          JOIN customer k ON k.id = m.kept
          WHERE m.id = :merge
          """,
          """
          UPDATE customer_alias SET customer_id = :gone
          WHERE customer_id = :kept AND alias = ANY (:origins)
          """,
          """
          UPDATE customer_identity SET customer_id = :gone
          WHERE customer_id = :kept AND origin_id = ANY (:origins)
          """,
          """
          UPDATE customer SET union_id = (SELECT value FROM customer_identity
            WHERE customer_id = :gone AND kind = 'union' ORDER BY learnt_at, value LIMIT 1)
          WHERE id = :gone AND union_id IS NULL
          """,
          """
          UPDATE customer_staff SET customer_id = :gone
          WHERE customer_id = :kept AND origin_id = ANY (:origins)
          """,
          "DELETE FROM customer_stage WHERE customer_id = :kept AND origin_id = ANY (:origins)",
          """
          INSERT INTO customer_stage (customer_id, stage, at, reason, origin_id)
          SELECT :gone, s.stage, s.at, s.reason, s.origin_id FROM customer_merge m
          CROSS JOIN jsonb_populate_recordset(NULL::customer_stage, m.gone_was->'stages') s
          WHERE m.id = :merge ON CONFLICT DO NOTHING
          """,
          "DELETE FROM customer_tag WHERE customer_id = :kept AND origin_id = ANY (:origins)",
          """
          INSERT INTO customer_tag (customer_id, tag, since, origin_id)
          SELECT :gone, t.tag, t.since, t.origin_id FROM customer_merge m
          CROSS JOIN jsonb_populate_recordset(NULL::customer_tag, m.gone_was->'tags') t
          WHERE m.id = :merge ON CONFLICT DO NOTHING
          """,
          """
          UPDATE customer k SET
            zone = CASE WHEN k.zone = m.kept_was->>'zone_after'
              THEN m.kept_was->>'zone' ELSE k.zone END,
            consent = CASE WHEN coalesce(k.consent_at <= m.merged_at, true)
                AND k.consent = (m.kept_was->>'consent_after')::boolean
              THEN (m.kept_was->>'consent')::boolean ELSE k.consent END
          FROM customer_merge m WHERE m.id = :merge AND k.id = :kept
          """,
          """
          UPDATE customer_merge SET separated_at = :now, separated_by = :actor, separated_why = :why
          WHERE id = :merge
          """);

  private record Undone(CustomerId gone, CustomerId kept, List<CustomerId> origins) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Separating(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** {@code kept} is held. */
  void separate(CustomerId kept, long mergeId, String actor, String why) {
    var undone =
        jdbc.sql(MERGE)
            .param("merge", mergeId)
            .param("kept", kept.value())
            .query(
                (row, n) ->
                    new Undone(
                        new CustomerId(row.getString("gone")),
                        new CustomerId(row.getString("kept")),
                        Arrays.stream((String[]) row.getArray("origins").getArray())
                            .map(CustomerId::new)
                            .toList()))
            .optional()
            .orElseThrow(
                () ->
                    new IdentityRefused(
                        "SIYU-3161", "merge " + mergeId + " of " + kept + " is not to be undone"));
    for (var step : STEPS) {
      jdbc.sql(step)
          .param("gone", undone.gone().value())
          .param("kept", kept.value())
          .param("merge", mergeId)
          .param("origins", undone.origins().stream().map(CustomerId::value).toArray(String[]::new))
          .param("actor", actor)
          .param("why", why)
          .param("now", now())
          .update();
    }
    events.publishEvent(new CustomersSeparated(undone.gone(), kept, undone.origins()));
    log.info("{} took {} apart from {}: {}", actor, undone.gone(), kept, why);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
