package dev.siyu.web;

import dev.siyu.history.HistoryViews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of touches: those in one state, and those of one run. */
@Repository
class TouchesPage {

  private static final String IN_STATE =
      """
      SELECT t.*, c.name, coalesce(c.zone, 'Asia/Shanghai') AS zone
        FROM touchpoint t LEFT JOIN customer c ON c.id = t.customer_id
       WHERE t.state = :state AND (CAST(:before AS bigint) IS NULL OR t.id < :before)
       ORDER BY t.id DESC LIMIT :limit
      """;
  private static final String OF_RUN =
      """
      SELECT t.*, c.name, coalesce(c.zone, 'Asia/Shanghai') AS zone
        FROM touchpoint t LEFT JOIN customer c ON c.id = t.customer_id
       WHERE t.customer_id = :customer AND t.element_instance_key = ANY(:elements)
       ORDER BY t.asked_at, t.id LIMIT 200
      """;

  record Item(
      String id,
      String customerId,
      @Nullable String customerName,
      String journey,
      String step,
      String medium,
      String content,
      String state,
      @Nullable String rule,
      String text,
      @Nullable String reason,
      @Nullable Instant notBefore,
      Instant at) {}

  private final JdbcClient jdbc;

  TouchesPage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Rows.Page<Item> inState(String state, @Nullable Long before, int limit, boolean english) {
    var rows =
        jdbc.sql(IN_STATE)
            .param("state", state)
            .param("before", before)
            .param("limit", limit + 1)
            .query((row, n) -> item(row, english))
            .list();
    return Rows.page(rows, limit, Item::id);
  }

  List<Item> of(HistoryViews.InstanceDetail run, boolean english) {
    var customer = run.instance().customerId();
    if (customer == null) {
      return List.of();
    }
    var elements = run.elements().stream().map(HistoryViews.Element::key).toArray(Long[]::new);
    return jdbc.sql(OF_RUN)
        .param("customer", customer)
        .param("elements", elements)
        .query((row, n) -> item(row, english))
        .list();
  }

  private static Item item(ResultSet row, boolean english) throws SQLException {
    var sentence = new TouchSentence(english, ZoneId.of(row.getString("zone")));
    var notBefore = Rows.instant(row, "not_before");
    return new Item(
        row.getString("id"),
        row.getString("customer_id"),
        row.getString("name"),
        row.getString("journey"),
        row.getString("step"),
        row.getString("medium"),
        row.getString("content"),
        row.getString("state"),
        row.getString("rule"),
        sentence.of(
            row.getString("medium"),
            row.getString("content"),
            row.getString("state"),
            row.getString("rule"),
            row.getString("reason"),
            notBefore),
        row.getString("reason"),
        notBefore,
        Rows.moment(row, "asked_at"));
  }
}
