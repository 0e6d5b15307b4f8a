package dev.siyu.customers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which ids of other systems belong to which customer. */
@Component
class Identities {

  private static final String CREATE =
      """
      INSERT INTO customer (id, %1$s, zone, created_at)
      VALUES ('C' || nextval('customer_number'), :value, :zone, :now)
      ON CONFLICT (%1$s) DO NOTHING
      RETURNING id
      """;
  private static final String FIND = "SELECT id FROM customer WHERE %s = :value";
  private static final String HOLD =
      """
      SELECT id FROM customer
      WHERE id = coalesce((SELECT customer_id FROM customer_alias WHERE alias = :id), :id)
      FOR NO KEY UPDATE
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final CustomerSettings settings;

  Identities(JdbcClient jdbc, Clock clock, CustomerSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  /** {@code column} is external_user_id or union_id, never input. */
  CustomerId byKey(String column, String value) {
    return find(column, value)
        .or(() -> create(column, value))
        .or(() -> find(column, value))
        .orElseThrow(() -> new IllegalStateException("customer vanished: " + column));
  }

  Optional<CustomerId> find(String column, String value) {
    return jdbc.sql(FIND.formatted(column))
        .param("value", value)
        .query(String.class)
        .optional()
        .map(CustomerId::new);
  }

  private Optional<CustomerId> create(String column, String value) {
    return jdbc.sql(CREATE.formatted(column))
        .param("value", value)
        .param("zone", settings.zone().getId())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional()
        .map(CustomerId::new);
  }

  /** Locks the row. Asks twice: a merge may have removed it while we waited for the lock. */
  CustomerId hold(CustomerId id) {
    return tryHold(id)
        .or(() -> tryHold(id))
        .orElseThrow(() -> new IllegalArgumentException("customer: " + id + " (expected: known)"));
  }

  private Optional<CustomerId> tryHold(CustomerId id) {
    return jdbc.sql(HOLD)
        .param("id", id.value())
        .query(String.class)
        .optional()
        .map(CustomerId::new);
  }
}
