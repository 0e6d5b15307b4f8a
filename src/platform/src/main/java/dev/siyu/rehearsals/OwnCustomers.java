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
 * Writes what the new contacts of some days did, or one contact, as a recording: numbers and times,
 * no names. Among the many, who was a contact or bought before is in the middle of a course and not
 * in it, nor is who bought without ever being a contact.
 */
@Component
class OwnCustomers {

  private static final String CHOSEN =
      """
      c.added_at >= :from AND c.added_at < :to AND CASE WHEN :customer = '' THEN NOT EXISTS (
        SELECT FROM paid_order old WHERE old.customer_id = c.id AND old.paid_at < :from)
        ELSE c.id = :customer END
      """;
  private static final String CONTACTS =
      "SELECT c.id, c.added_at FROM customer c WHERE " + CHOSEN + " ORDER BY c.added_at, c.id";
  private static final String ORDERS =
      """
      SELECT o.source || '-' || o.order_id AS id, o.customer_id, o.paid_at, o.amount_cents,
        o.line_count, coalesce(nullif(o.country, ''), '中国') AS country
      FROM customer c JOIN paid_order o ON o.customer_id = c.id
      WHERE o.paid_at < :to AND
      """
          + CHOSEN
          + " ORDER BY o.paid_at, id";
  private static final String REFUNDS =
      """
      SELECT r.source || '-' || r.refund_id AS id, r.customer_id, r.refunded_at, r.amount_cents
      FROM customer c JOIN refund r ON r.customer_id = c.id
      WHERE r.refunded_at >= :from AND r.refunded_at < :to AND
      """
          + CHOSEN
          + " ORDER BY r.refunded_at, id";

  private final JdbcClient jdbc;
  private final ZoneId zone;

  OwnCustomers(JdbcClient jdbc, @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.jdbc = jdbc;
    this.zone = zone;
  }

  /** Of the new contacts of these days. */
  List<Stage.File> files(LocalDate from, LocalDate to) {
    return files(from, to, "");
  }

  /**
   * Of one, also of what was bought before the add.
   *
   * @throws RehearsalRefused when it was not added in these days (SIYU-3711)
   */
  List<Stage.File> one(LocalDate from, LocalDate to, String customer) {
    var files = files(from, to, customer);
    if (files.getFirst().content().lines().count() < 2) {
      throw new RehearsalRefused(
          "SIYU-3711",
          "customer: %s (expected: a contact added from %s to %s)".formatted(customer, from, to));
    }
    return files;
  }

  private List<Stage.File> files(LocalDate from, LocalDate to, String customer) {
    var contacts = new StringBuilder("customer_id,added_at\n");
    each(
        CONTACTS,
        from,
        to,
        customer,
        row -> line(contacts, row.getString("id"), local(row.getObject(2, OffsetDateTime.class))));
    var orders =
        new StringBuilder("order_id,customer_id,paid_at,amount_cents,line_count,country\n");
    each(
        ORDERS,
        from,
        to,
        customer,
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
        customer,
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

  private void each(
      String sql, LocalDate from, LocalDate to, String customer, RowCallbackHandler each) {
    jdbc.sql(sql)
        .param("customer", customer)
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
