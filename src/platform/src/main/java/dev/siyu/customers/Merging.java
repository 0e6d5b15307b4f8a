package dev.siyu.customers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes one customer of two and keeps what {@link Separating} needs to undo it. */
@Component
class Merging {

  private static final Logger log = LoggerFactory.getLogger(Merging.class);

  /** In order: what points at the customer moves, then the row goes and leaves an alias. */
  private static final List<String> STEPS =
      List.of(
          """
          INSERT INTO customer_merge (gone, kept, origins, gone_was, kept_was, why, actor, merged_at)
          SELECT g.id, k.id,
            array_prepend(g.id, ARRAY(SELECT alias FROM customer_alias WHERE customer_id = g.id)),
            jsonb_build_object('row', to_jsonb(g),
              'stages', (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s.id), '[]')
                FROM customer_stage s WHERE s.customer_id = g.id),
              'tags', (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]')
                FROM customer_tag t WHERE t.customer_id = g.id)),
            jsonb_build_object('zone', k.zone, 'consent', k.consent, 'union_id', k.union_id,
              'zone_after', g.zone, 'consent_after', k.consent AND g.consent),
            :why, :actor, :now
          FROM customer g, customer k WHERE g.id = :gone AND k.id = :kept
          """,
          "UPDATE customer_alias SET customer_id = :kept WHERE customer_id = :gone",
          """
          INSERT INTO customer_stage (customer_id, stage, at, reason, origin_id)
          SELECT :kept, stage, at, reason, coalesce(origin_id, :gone) FROM customer_stage
          WHERE customer_id = :gone ORDER BY id
          ON CONFLICT DO NOTHING
          """,
          "DELETE FROM customer_stage WHERE customer_id = :gone",
          """
          INSERT INTO customer_tag (customer_id, tag, since, origin_id)
          SELECT :kept, tag, since, coalesce(origin_id, :gone) FROM customer_tag
          WHERE customer_id = :gone
          ON CONFLICT DO NOTHING
          """,
          "DELETE FROM customer_tag WHERE customer_id = :gone",
          """
          UPDATE customer_staff SET customer_id = :kept, origin_id = coalesce(origin_id, :gone)
          WHERE customer_id = :gone
          """,
          "UPDATE customer_identity SET customer_id = :kept WHERE customer_id = :gone",
          """
          UPDATE customer k SET consent = k.consent AND g.consent, zone = g.zone
          FROM customer g WHERE k.id = :kept AND g.id = :gone
          """,
          "DELETE FROM customer WHERE id = :gone",
          """
          UPDATE customer SET union_id = (SELECT value FROM customer_identity
            WHERE customer_id = :kept AND kind = 'union' ORDER BY learnt_at, value LIMIT 1)
          WHERE id = :kept AND union_id IS NULL
          """,
          "INSERT INTO customer_alias (alias, customer_id, merged_at) VALUES (:gone, :kept, :now)",
          """
          UPDATE merge_suggestion SET state = 'MERGED', decided_at = :now, decided_by = :actor,
            reason = :why
          WHERE state = 'OPEN' AND one = least(:gone, :kept) AND other = greatest(:gone, :kept)
          """);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Identities identities;

  Merging(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events, Identities identities) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
    this.identities = identities;
  }

  /**
   * Moves everything of {@code gone}, who is no WeCom contact, to {@code kept}.
   *
   * @param actor the person who said so; null when an id proved it
   */
  void merge(CustomerId gone, CustomerId kept, String why, @Nullable String actor) {
    if (!identities.hold(gone).equals(gone) || !identities.hold(kept).equals(kept)) {
      return; // somebody else merged one of them while we waited
    }
    events.publishEvent(new CustomersMerged(gone, kept));
    for (var step : STEPS) {
      jdbc.sql(step)
          .param("gone", gone.value())
          .param("kept", kept.value())
          .param("why", why)
          .param("actor", actor, java.sql.Types.VARCHAR)
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    }
    log.info(
        "Customer {} is the same person as {} ({}); {} is an alias now", gone, kept, why, gone);
  }
}
