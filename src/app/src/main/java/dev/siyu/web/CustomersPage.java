package dev.siyu.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of the list of customers and of one customer's page. */
@Repository
class CustomersPage {

  private static final String LIST =
      """
      SELECT c.id, c.name, c.stage, c.channel, c.created_at,
             coalesce(o.paid, 0) - coalesce(r.refunded, 0) AS net, coalesce(o.orders, 0) AS orders,
             greatest(c.added_at, o.last, r.last, e.last) AS last_event_at
        FROM customer c
        LEFT JOIN LATERAL (SELECT sum(amount_cents) AS paid, count(*) AS orders, max(paid_at) AS last
                             FROM paid_order WHERE customer_id = c.id) o ON true
        LEFT JOIN LATERAL (SELECT sum(amount_cents) AS refunded, max(refunded_at) AS last
                             FROM refund WHERE customer_id = c.id) r ON true
        LEFT JOIN LATERAL (SELECT max(occurred_at) AS last
                             FROM inbox_event WHERE subject = c.external_user_id) e ON true
       WHERE (CAST(:stage AS text) IS NULL OR c.stage = :stage)
         AND (CAST(:query AS text) IS NULL OR c.id = upper(:query) OR c.external_user_id = :query
              OR c.union_id = :query OR c.name ILIKE :like)
         AND (CAST(:at AS timestamptz) IS NULL OR (c.created_at, c.id) < (:at, :id))
       ORDER BY c.created_at DESC, c.id DESC
       LIMIT :limit
      """;
  private static final String ONE =
      """
      SELECT c.*,
             (SELECT coalesce(array_agg(tag ORDER BY tag), '{}')
                FROM customer_tag WHERE customer_id = c.id) AS tags,
             (SELECT count(*) FROM paid_order WHERE customer_id = c.id) AS orders,
             (SELECT coalesce(sum(amount_cents), 0) FROM paid_order WHERE customer_id = c.id) AS paid,
             (SELECT coalesce(sum(amount_cents), 0) FROM refund WHERE customer_id = c.id) AS refunded
        FROM customer c
       WHERE c.id = coalesce((SELECT customer_id FROM customer_alias WHERE alias = :id), :id)
      """;
  private static final String STAFF =
      """
      SELECT staff_user_id, since, until FROM customer_staff
       WHERE customer_id = :id ORDER BY since DESC LIMIT 200
      """;
  private static final String NAMES = "SELECT id, name FROM customer WHERE id = ANY(:ids)";

  record Item(
      String id,
      String name,
      String stage,
      @Nullable String channel,
      long netCents,
      long orders,
      @Nullable Instant lastEventAt) {}

  record Staff(String userId, Instant since, @Nullable Instant until) {}

  record Money(long count, long paidCents, long refundedCents, long netCents) {}

  record Detail(
      String id,
      String name,
      @Nullable String externalUserId,
      @Nullable String unionId,
      String stage,
      @Nullable String channel,
      String zone,
      boolean consent,
      List<String> tags,
      List<Staff> staff,
      Money orders,
      @Nullable Instant addedAt) {}

  private record Keyed(Item item, Instant createdAt) {}

  private final JdbcClient jdbc;

  CustomersPage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Rows.Page<Item> list(
      @Nullable String query, @Nullable String stage, @Nullable String cursor, int limit) {
    var after = cursor == null ? null : Rows.Cursor.read(cursor, 1);
    var rows =
        jdbc.sql(LIST)
            .param("stage", stage)
            .param("query", query)
            .param("like", query == null ? null : "%" + escaped(query) + "%")
            .param("at", after == null ? null : Rows.sql(after.at()))
            .param("id", after == null ? null : after.words().getFirst())
            .param("limit", limit + 1)
            .query((row, n) -> new Keyed(item(row), Rows.moment(row, "created_at")))
            .list();
    var page = Rows.page(rows, limit, last -> Rows.cursor(last.createdAt(), last.item().id()));
    return new Rows.Page<>(page.items().stream().map(Keyed::item).toList(), page.next());
  }

  /** One customer, also under an id that was merged into another. */
  Optional<Detail> find(String id) {
    return jdbc.sql(ONE).param("id", id).query((row, n) -> detail(row)).optional();
  }

  Map<String, String> names(Collection<String> ids) {
    return jdbc
        .sql(NAMES)
        .param("ids", ids.toArray(String[]::new))
        .query((row, n) -> Map.entry(row.getString("id"), row.getString("name")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Detail detail(ResultSet row) throws SQLException {
    var id = row.getString("id");
    long paid = row.getLong("paid");
    long refunded = row.getLong("refunded");
    return new Detail(
        id,
        row.getString("name"),
        row.getString("external_user_id"),
        row.getString("union_id"),
        row.getString("stage"),
        row.getString("channel"),
        row.getString("zone"),
        row.getBoolean("consent"),
        List.of((String[]) row.getArray("tags").getArray()),
        staff(id),
        new Money(row.getLong("orders"), paid, refunded, paid - refunded),
        Rows.instant(row, "added_at"));
  }

  private List<Staff> staff(String id) {
    return jdbc.sql(STAFF)
        .param("id", id)
        .query(
            (row, n) ->
                new Staff(
                    row.getString("staff_user_id"),
                    Rows.moment(row, "since"),
                    Rows.instant(row, "until")))
        .list();
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getString("id"),
        row.getString("name"),
        row.getString("stage"),
        row.getString("channel"),
        row.getLong("net"),
        row.getLong("orders"),
        Rows.instant(row, "last_event_at"));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
