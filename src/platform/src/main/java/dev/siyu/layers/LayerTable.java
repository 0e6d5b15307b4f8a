package dev.siyu.layers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where every customer stands, and how they came there. */
@Component
class LayerTable {

  private static final String LAYERS =
      "SELECT customer_id, layer FROM customer_layer WHERE customer_id = ANY (:ids)";
  private static final String SAVE =
      """
      INSERT INTO customer_layer (customer_id, layer, reason, since, net_year_cents,
        net_ever_cents, orders_year, active_months, silent_months, as_of, rules_version, due_at,
        tag_due_at)
      VALUES (:id, :layer, :reason, :now, :netYear, :netEver, :orders, :months, :silent, :asOf,
        :rules, :due, :tagDue)
      ON CONFLICT (customer_id) DO UPDATE SET layer = excluded.layer, reason = excluded.reason,
        since = CASE WHEN customer_layer.layer = excluded.layer THEN customer_layer.since
          ELSE excluded.since END,
        net_year_cents = excluded.net_year_cents, net_ever_cents = excluded.net_ever_cents,
        orders_year = excluded.orders_year, active_months = excluded.active_months,
        silent_months = excluded.silent_months, as_of = excluded.as_of,
        rules_version = excluded.rules_version, due_at = excluded.due_at,
        tag_due_at = coalesce(excluded.tag_due_at, customer_layer.tag_due_at)
      """;
  private static final String MOVED =
      """
      INSERT INTO layer_move (customer_id, from_layer, to_layer, cause, reason, net_year_cents,
        net_ever_cents, orders_year, active_months, silent_months, rules_version, at)
      VALUES (:id, :from, :layer, :cause, :reason, :netYear, :netEver, :orders, :months, :silent,
        :rules, :now)
      """;
  private static final String FIND = "SELECT * FROM customer_layer WHERE customer_id = :id";
  private static final String NEXT_DUE = "SELECT min(due_at) FROM customer_layer";
  private static final String DUE =
      """
      SELECT customer_id FROM customer_layer WHERE due_at <= :now
      ORDER BY due_at, customer_id LIMIT :limit
      """;
  private static final List<String> FOLLOW =
      List.of(
          "UPDATE layer_move SET customer_id = :kept WHERE customer_id = :gone",
          "DELETE FROM customer_layer WHERE customer_id = :gone");

  /**
   * A decided customer, to be written.
   *
   * @param tagDue when the tag is to be looked at, null to leave that as it is
   */
  record Standing(
      String customerId,
      Layer layer,
      String reason,
      LayerFacts facts,
      LocalDate asOf,
      int rulesVersion,
      @Nullable Instant due,
      @Nullable Instant tagDue) {}

  /** What was decided about a customer last. */
  record Known(Layer layer, String reason, LayerFacts facts) {}

  private final JdbcClient jdbc;

  LayerTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who is missing has never been looked at. */
  Map<String, Layer> layers(Collection<String> ids) {
    return jdbc
        .sql(LAYERS)
        .param("ids", ids.toArray(String[]::new))
        .query(
            (row, n) ->
                Map.entry(row.getString("customer_id"), Layer.valueOf(row.getString("layer"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Optional<Known> find(String id) {
    return jdbc.sql(FIND)
        .param("id", id)
        .query(
            (row, n) ->
                new Known(
                    Layer.valueOf(row.getString("layer")),
                    row.getString("reason"),
                    LayerFacts.read(row)))
        .optional();
  }

  void save(Standing standing, Instant now) {
    bound(SAVE, standing, now)
        .param("asOf", standing.asOf())
        .param("due", utc(standing.due()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("tagDue", utc(standing.tagDue()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  void moved(Standing standing, Layer from, Cause cause, Instant now) {
    bound(MOVED, standing, now).param("from", from.name()).param("cause", cause.name()).update();
  }

  private JdbcClient.StatementSpec bound(String sql, Standing standing, Instant now) {
    var facts = standing.facts();
    return jdbc.sql(sql)
        .param("id", standing.customerId())
        .param("layer", standing.layer().name())
        .param("reason", standing.reason())
        .param("netYear", facts.netYearCents())
        .param("netEver", facts.netEverCents())
        .param("orders", facts.ordersYear())
        .param("months", facts.activeMonths())
        .param("silent", facts.silentMonths())
        .param("rules", standing.rulesVersion())
        .param("now", utc(now));
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(NEXT_DUE)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<String> due(Instant now, int limit) {
    return jdbc.sql(DUE).param("now", utc(now)).param("limit", limit).query(String.class).list();
  }

  void follow(String gone, String kept) {
    FOLLOW.forEach(sql -> jdbc.sql(sql).params(Map.of("gone", gone, "kept", kept)).update());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
