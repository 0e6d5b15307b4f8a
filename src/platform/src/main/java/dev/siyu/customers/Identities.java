package dev.siyu.customers;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which ids of other systems belong to which customer. */
@Component
class Identities {

  static final String WECOM = "wecom";
  static final String UNION = "union";

  private static final String FIND =
      """
      SELECT customer_id, origin_id FROM customer_identity WHERE kind = :kind AND value = :value
      """;
  private static final String CREATE =
      """
      WITH turn AS MATERIALIZED (
        SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:kind || ':' || :value, 61))),
      fresh AS (
        INSERT INTO customer (id, external_user_id, union_id, zone, created_at)
        SELECT 'C' || nextval('customer_number'),
          CASE WHEN :kind = 'wecom' THEN :value END, CASE WHEN :kind = 'union' THEN :value END,
          :zone, :now
        FROM turn
        ON CONFLICT DO NOTHING
        RETURNING id)
      INSERT INTO customer_identity (kind, value, customer_id, origin_id, learnt_at)
      SELECT :kind, :value, id, id, :now FROM fresh
      RETURNING customer_id, origin_id
      """;
  private static final String ADOPT =
      """
      INSERT INTO customer_identity (kind, value, customer_id, origin_id, learnt_at)
      SELECT :kind, :value, id, id, :now FROM customer
      WHERE (:kind = 'wecom' AND external_user_id = :value) OR (:kind = 'union' AND union_id = :value)
      RETURNING customer_id, origin_id
      """;
  private static final String HAS_UNION =
      """
      SELECT EXISTS (SELECT FROM customer_identity WHERE customer_id = :id AND kind = 'union')
      """;
  private static final String TURN = "SELECT pg_advisory_xact_lock(hashtextextended(:turn, 61))";
  private static final String LEARN =
      """
      INSERT INTO customer_identity (kind, value, customer_id, origin_id, learnt_at)
      VALUES (:kind, :value, :id, :origin, :now) ON CONFLICT DO NOTHING
      """;
  private static final String SHOW_UNION =
      "UPDATE customer SET union_id = :value WHERE id = :id AND union_id IS NULL";
  private static final String HOLD =
      """
      SELECT id FROM customer
      WHERE id = coalesce((SELECT customer_id FROM customer_alias WHERE alias = :id), :id)
      FOR NO KEY UPDATE
      """;

  /** Where an id leads: the customer now, and the one it was learnt under. */
  record Found(CustomerId customer, CustomerId origin) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final CustomerSettings settings;

  Identities(JdbcClient jdbc, Clock clock, CustomerSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  Found byKey(String kind, String value) {
    return find(kind, value)
        .or(() -> create(kind, value))
        .or(() -> find(kind, value))
        .or(() -> adopted(kind, value))
        .orElseThrow(() -> new IllegalStateException("customer vanished: " + kind));
  }

  Optional<Found> find(@Nullable String kind, @Nullable String value) {
    return kind == null || value == null ? Optional.empty() : asked(FIND, kind, value);
  }

  boolean hasUnion(CustomerId customer) {
    return jdbc.sql(HAS_UNION).param("id", customer.value()).query(Boolean.class).single();
  }

  /** Who comes second waits until the first transaction has written what it learnt. */
  void takeTurn(String kind, String value) {
    jdbc.sql(TURN).param("turn", kind + ":" + value).query((row, n) -> 1).single();
  }

  /** A customer from before ids had a table of their own. */
  private Optional<Found> adopted(String kind, String value) {
    return jdbc.sql(ADOPT)
        .param("kind", kind)
        .param("value", value)
        .param("now", now())
        .query(
            (row, n) ->
                new Found(new CustomerId(row.getString(1)), new CustomerId(row.getString(2))))
        .optional();
  }

  private Optional<Found> create(String kind, String value) {
    return jdbc.sql(CREATE)
        .param("kind", kind)
        .param("value", value)
        .param("zone", settings.zone().getId())
        .param("now", now())
        .query(
            (row, n) ->
                new Found(new CustomerId(row.getString(1)), new CustomerId(row.getString(2))))
        .optional();
  }

  private Optional<Found> asked(String sql, String kind, String value) {
    return jdbc.sql(sql)
        .param("kind", kind)
        .param("value", value)
        .query(
            (row, n) ->
                new Found(new CustomerId(row.getString(1)), new CustomerId(row.getString(2))))
        .optional();
  }

  /**
   * Notes an id of a customer who is held. False when somebody else has it, perhaps since this
   * moment: whoever asked before has to ask again.
   */
  boolean learn(String kind, String value, CustomerId id, CustomerId origin) {
    takeTurn(kind, value);
    boolean fresh =
        jdbc.sql(LEARN)
                .param("kind", kind)
                .param("value", value)
                .param("id", id.value())
                .param("origin", origin.value())
                .param("now", now())
                .update()
            == 1;
    if (fresh && kind.equals(UNION)) {
      jdbc.sql(SHOW_UNION).param("value", value).param("id", id.value()).update();
    }
    return fresh;
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

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
