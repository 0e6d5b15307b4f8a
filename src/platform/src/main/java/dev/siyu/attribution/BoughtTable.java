package dev.siyu.attribution;

import dev.siyu.attribution.Bought.Order;
import dev.siyu.attribution.Bought.Standing;
import dev.siyu.attribution.Evidence.Fact;
import dev.siyu.attribution.Evidence.Relation;
import dev.siyu.ledger.Item;
import dev.siyu.orders.RefundAllocation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what customers bought, whose contact they were, and what was decided before. */
@Component
class BoughtTable {

  private static final String ORDERS =
      """
      SELECT o.*, a.decision, a.state, a.approval, d.cause, d.hash,
        (SELECT json_agg(json_build_object('department', s.department, 'bp', s.bp)
            ORDER BY s.department)::text FROM attribution_share s WHERE s.source = o.source AND s.order_id = o.order_id
            AND s.number = a.decision) AS shares,
        CASE WHEN a.state IS DISTINCT FROM 'FINAL' THEN (SELECT max(t.claimed_at) FROM touchpoint t
          WHERE t.customer_id IN (SELECT o.customer_id UNION ALL
              SELECT alias FROM customer_alias WHERE customer_id = o.customer_id)
            AND t.state = 'SENT' AND t.claimed_at <= o.paid_at) END AS touched_at
      FROM paid_order o
      LEFT JOIN attribution a ON a.source = o.source AND a.order_id = o.order_id
      LEFT JOIN attribution_decision d ON d.source = a.source AND d.order_id = a.order_id
        AND d.number = a.decision
      WHERE o.customer_id = ANY (:ids)
      ORDER BY o.customer_id, o.paid_at, o.source, o.order_id
      """;
  private static final String REFUNDS =
      """
      SELECT customer_id, source, refund_id, order_id, amount_cents, refunded_at FROM refund
      WHERE customer_id = ANY (:ids)
      """;
  private static final String RELATIONS =
      """
      SELECT customer_id, staff_user_id, channel, since, until FROM customer_staff
      WHERE customer_id = ANY (:ids) AND until IS DISTINCT FROM since
      ORDER BY customer_id, since, staff_user_id
      """;

  private final JdbcClient jdbc;

  BoughtTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One entry per id. */
  Collection<Bought> of(Collection<String> ids) {
    var all = new LinkedHashMap<String, Bought>();
    ids.stream().sorted().forEach(id -> all.put(id, Bought.nothing(id)));
    read(ORDERS, all, (row, mine) -> mine.orders().add(order(row)));
    read(REFUNDS, all, (row, mine) -> mine.refunds().add(refund(row)));
    read(RELATIONS, all, (row, mine) -> mine.relations().add(relation(row)));
    return all.values();
  }

  private interface Reading {
    void read(ResultSet row, Bought mine) throws SQLException;
  }

  private void read(String sql, Map<String, Bought> all, Reading reading) {
    jdbc.sql(sql)
        .param("ids", all.keySet().toArray(String[]::new))
        .query(
            row -> {
              reading.read(row, Objects.requireNonNull(all.get(row.getString("customer_id"))));
            });
  }

  private static Order order(ResultSet row) throws SQLException {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    put(facts, Fact.MALL, row.getString("source"));
    put(facts, Fact.SHOP, row.getString("shop"));
    put(facts, Fact.CHANNEL, row.getString("channel"));
    put(facts, Fact.SCENE, row.getString("scene"));
    put(facts, Fact.SHARER, row.getString("sharer"));
    put(facts, Fact.LIVE, row.getString("live_id"));
    put(facts, Fact.COUNTRY, row.getString("country"));
    return new Order(
        new Item.Ref(row.getString("source"), row.getString("order_id")),
        row.getLong("amount_cents"),
        moment(row, "paid_at"),
        facts,
        instant(row, "touched_at"),
        row.getString("shares") == null ? null : standing(row));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getInt("decision"),
        row.getString("state").equals("FINAL"),
        row.getString("cause").equals("CORRECTION") || row.getString("approval").equals("APPROVED"),
        row.getString("hash"),
        Json.shares(row.getString("shares")));
  }

  private static RefundAllocation.Back refund(ResultSet row) throws SQLException {
    return new RefundAllocation.Back(
        row.getString("source"),
        row.getString("refund_id"),
        row.getString("order_id"),
        row.getLong("amount_cents"),
        moment(row, "refunded_at"));
  }

  private static Relation relation(ResultSet row) throws SQLException {
    return new Relation(
        row.getString("staff_user_id"),
        row.getString("channel"),
        moment(row, "since"),
        instant(row, "until"));
  }

  private static void put(Map<Fact, String> facts, Fact fact, @Nullable String value) {
    if (value != null) {
      facts.put(fact, value);
    }
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
