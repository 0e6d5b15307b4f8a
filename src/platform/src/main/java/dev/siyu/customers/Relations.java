package dev.siyu.customers;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps whose WeCom contact a customer is, since when and until when. */
@Component
class Relations {

  /** A leave that overtook its add has left a row with since = until; the add then ends there. */
  private static final String ADD =
      """
      INSERT INTO customer_staff (customer_id, staff_user_id, since, until, channel)
      SELECT :id, :staff, :at,
        (SELECT min(until) FROM customer_staff
         WHERE customer_id = :id AND staff_user_id = :staff AND since = until AND until > :at),
        :channel
      WHERE NOT EXISTS (SELECT FROM customer_staff
         WHERE customer_id = :id AND staff_user_id = :staff
           AND since <= :at AND (until IS NULL OR until > :at))
      ON CONFLICT DO NOTHING
      """;

  private static final String FIRST_ADD =
      """
      UPDATE customer SET
        added_at = least(added_at, :at),
        channel = coalesce(channel, :channel)
      WHERE id = :id
      """;
  private static final String HAD_LEFT =
      """
      SELECT EXISTS (SELECT FROM customer_staff
        WHERE customer_id = :id AND since < :at AND until <= :at)
      """;
  private static final String LEAVE =
      """
      UPDATE customer_staff SET until = :at
      WHERE customer_id = :id AND staff_user_id = :staff AND until IS NULL AND since <= :at
      """;
  private static final String LEAVE_BEFORE_ADD =
      """
      INSERT INTO customer_staff (customer_id, staff_user_id, since, until)
      SELECT :id, :staff, :at, :at
      WHERE NOT EXISTS (SELECT FROM customer_staff
         WHERE customer_id = :id AND staff_user_id = :staff AND (until = :at OR since > :at))
      ON CONFLICT DO NOTHING
      """;
  private static final String TAKE_OVER =
      """
      INSERT INTO customer_staff (customer_id, staff_user_id, since, channel)
      SELECT :id, :staff, :at, (SELECT channel FROM customer_staff
        WHERE customer_id = :id AND staff_user_id = :from ORDER BY since DESC LIMIT 1)
      WHERE NOT EXISTS (SELECT FROM customer_staff
         WHERE customer_id = :id AND staff_user_id = :staff AND (until IS NULL OR until > :at))
      ON CONFLICT DO NOTHING
      """;
  private static final String STAFF_FOR =
      """
      SELECT staff_user_id FROM customer_staff
      WHERE customer_id = coalesce((SELECT customer_id FROM customer_alias WHERE alias = :id), :id)
        AND until IS NULL
      ORDER BY staff_user_id <> :wanted, since DESC LIMIT 1
      """;
  private static final String NONE_OPEN =
      """
      SELECT NOT EXISTS (SELECT FROM customer_staff WHERE customer_id = :id AND until IS NULL)
      """;

  private final JdbcClient jdbc;

  Relations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean add(CustomerId id, String staff, @Nullable String channel, Instant at) {
    update(ADD, id, staff, channel, at);
    jdbc.sql(FIRST_ADD)
        .param("id", id.value())
        .param("channel", channel)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    return jdbc.sql(HAD_LEFT)
        .param("id", id.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  boolean leave(CustomerId id, String staff, Instant at) {
    if (update(LEAVE, id, staff, null, at) == 0) {
      update(LEAVE_BEFORE_ADD, id, staff, null, at);
    }
    return jdbc.sql(NONE_OPEN).param("id", id.value()).query(Boolean.class).single();
  }

  /** The relation before ends, the new one keeps its channel. */
  boolean takeOver(CustomerId id, String from, String to, Instant at) {
    update(LEAVE, id, from, null, at);
    return jdbc.sql(TAKE_OVER)
            .param("id", id.value())
            .param("staff", to)
            .param("from", from)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  String staffFor(CustomerId id, String wanted) {
    return jdbc.sql(STAFF_FOR)
        .param("id", id.value())
        .param("wanted", wanted)
        .query(String.class)
        .optional()
        .orElse(wanted);
  }

  private int update(
      String sql, CustomerId id, String staff, @Nullable String channel, Instant at) {
    return jdbc.sql(sql)
        .param("id", id.value())
        .param("staff", staff)
        .param("channel", channel)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
