package dev.siyu.customers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes one customer of two when a union id shows that they are the same person. */
@Component
class Merging {

  private static final Logger log = LoggerFactory.getLogger(Merging.class);

  /** In order: what points at the customer moves, then the row goes and leaves an alias. */
  private static final List<String> STEPS =
      List.of(
          "UPDATE customer_alias SET customer_id = :kept WHERE customer_id = :gone",
          """
          INSERT INTO customer_stage (customer_id, stage, at, reason)
          SELECT :kept, stage, at, reason FROM customer_stage WHERE customer_id = :gone
          ON CONFLICT DO NOTHING
          """,
          "DELETE FROM customer_stage WHERE customer_id = :gone",
          """
          INSERT INTO customer_tag (customer_id, tag, since)
          SELECT :kept, tag, since FROM customer_tag WHERE customer_id = :gone
          ON CONFLICT DO NOTHING
          """,
          "DELETE FROM customer_tag WHERE customer_id = :gone",
          """
          UPDATE customer k SET consent = k.consent AND g.consent, zone = g.zone
          FROM customer g WHERE k.id = :kept AND g.id = :gone
          """,
          "DELETE FROM customer WHERE id = :gone",
          "INSERT INTO customer_alias (alias, customer_id, merged_at) VALUES (:gone, :kept, :now)");

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

  /** Moves everything of the mall-only customer {@code gone} to {@code kept}, which is held. */
  void merge(CustomerId gone, CustomerId kept) {
    if (!identities.hold(gone).equals(gone)) {
      return; // somebody else merged it while we waited
    }
    events.publishEvent(new CustomersMerged(gone, kept));
    for (var step : STEPS) {
      jdbc.sql(step)
          .param("gone", gone.value())
          .param("kept", kept.value())
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    }
    log.info("Customer {} is the same person as {}; {} stays as an alias", gone, kept, gone);
  }
}
