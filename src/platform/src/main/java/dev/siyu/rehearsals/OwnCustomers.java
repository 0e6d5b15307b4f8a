package dev.siyu.rehearsals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what contacts of this installation did as a recording: numbers and times, no names. Who
 * bought without ever being a contact is not in it: nobody could touch them.
 */
@Component
class OwnCustomers {

  // Whoever was added or bought before the days asked for goes along with that, so that the replay
  // sees that they are no new customers.
  private static final String CONTACTS =
      """
      SELECT c.id, c.added_at FROM customer c
      WHERE c.added_at < :to AND (c.added_at >= :from OR EXISTS (SELECT 1 FROM paid_order o
        WHERE o.customer_id = c.id AND o.paid_at >= :from AND o.paid_at < :to))
      ORDER BY c.added_at, c.id
      """;
  private static final String ORDERS =
      """
      SELECT o.source || '-' || o.order_id AS id, o.customer_id, o.paid_at, o.amount_cents,
        o.line_count, coalesce(nullif(o.country, ''), '中国') AS country
      FROM paid_order o JOIN customer c ON c.id = o.customer_id AND c.added_at < :to
      WHERE o.paid_at < :to AND (o.paid_at >= :from OR (
        o.paid_at = (SELECT min(f.paid_at) FROM paid_order f WHERE f.customer_id = c.id)
        AND (c.added_at >= :from OR EXISTS (SELECT 1 FROM paid_order l
          WHERE l.customer_id = c.id AND l.paid_at >= :from AND l.paid_at < :to))))
      ORDER BY o.paid_at, id
      """;
  private static final String REFUNDS =
      """
      SELECT r.source || '-' || r.refund_id AS id, r.customer_id, r.refunded_at, r.amount_cents
      FROM refund r JOIN customer c ON c.id = r.customer_id AND c.added_at < :to
      WHERE r.refunded_at >= :from AND r.refunded_at < :to ORDER BY r.refunded_at, id
      """;

  private final JdbcClient jdbc;
  private final ZoneId zone;

  OwnCustomers(JdbcClient jdbc, @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.jdbc = jdbc;
    this.zone = zone;
  }

  List<Stage.File> files(LocalDate from, LocalDate to) {
    var contacts = new StringBuilder("customer_id,added_at\n");
    each(
        CONTACTS,
        from,
        to,
        row -> line(contacts, row.getString("id"), local(row.getObject(2, OffsetDateTime.class))));
    var orders =
        new StringBuilder("order_id,customer_id,paid_at,amount_cents,line_count,country\n");
    each(
        ORDERS,
        from,
        to,
        row ->
            line(
                orders,
                row.getString("id"),
                row.getString("customer_id"),
                local(row.getObject("paid_at", OffsetDateTime.class)),
                row.getString("amount_cents"),
                row.getString("line_count"),
                "\"" + row.getString("country").replace("\"", "") + "\""));
    var refunds = new StringBuilder("refund_id,customer_id,refunded_at,amount_cents\n");
    each(
        REFUNDS,
        from,
        to,
        row ->
            line(
                refunds,
                row.getString("id"),
                row.getString("customer_id"),
                local(row.getObject("refunded_at", OffsetDateTime.class)),
                row.getString("amount_cents")));
    return List.of(
        new Stage.File("contacts.csv", contacts.toString()),
        new Stage.File("orders.csv", orders.toString()),
        new Stage.File("refunds.csv", refunds.toString()));
  }

  private void each(String sql, LocalDate from, LocalDate to, RowCallbackHandler each) {
    jdbc.sql(sql)
        .param("from", from.atStartOfDay(zone).toOffsetDateTime())
        .param("to", to.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
        .query(each);
  }

  private LocalDateTime local(OffsetDateTime at) {
    return at.atZoneSameInstant(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
  }

  private static void line(StringBuilder text, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(cells[i]);
    }
    text.append('\n');
  }
}
