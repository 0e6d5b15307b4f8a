package dev.siyu.launches;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was meant to start which version, and what came of it. */
@Component
class EntryLog {

  private static final String NOTE =
      """
      INSERT INTO launch_entry (entry_key, launch_id, customer_id, canary, at)
      VALUES (:key, :launch, :customer, :canary, :now) ON CONFLICT (entry_key) DO NOTHING
      """;
  private static final String NOTED =
      "SELECT launch_id FROM launch_entry WHERE entry_key = :key AND canary";
  private static final String ENTERED =
      """
      SELECT count(DISTINCT customer_id) FROM launch_entry
      WHERE launch_id = :launch AND canary = :canary
      """;

  /** The first entry of each customer, once its window has passed. */
  private static final String OUTCOMES =
      """
      WITH entry AS (
        SELECT DISTINCT ON (customer_id) customer_id, canary, at, entry_key FROM launch_entry
        WHERE launch_id = :launch ORDER BY customer_id, at, entry_key)
      SELECT e.canary,
        EXISTS (SELECT FROM paid_order o WHERE o.customer_id = e.customer_id
          AND o.paid_at > e.at AND o.paid_at <= e.at + :window) AS ordered,
        EXISTS (SELECT FROM customer_staff s WHERE s.customer_id = e.customer_id
          AND s.until > e.at AND s.until <= e.at + :window) AS gone,
        EXISTS (SELECT FROM touchpoint t WHERE t.customer_id = e.customer_id
          AND t.journey = :processId AND t.asked_at > e.at AND t.asked_at <= e.at + :window
          AND (t.state = 'DECLINED'
            OR (t.state = 'REFUSED' AND t.rule IN ('consent', 'daily-cap', 'weekly-cap'))))
          AS refused
      FROM entry e WHERE e.at <= :now::timestamptz - :window ORDER BY e.at, e.entry_key
      """
          .replace(":window", "(:seconds * interval '1 second')");

  private final JdbcClient jdbc;

  EntryLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void note(String key, long launch, String customerId, boolean canary, Instant now) {
    jdbc.sql(NOTE)
        .param("key", key)
        .param("launch", launch)
        .param("customer", customerId)
        .param("canary", canary)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The launch whose version this entry was given. */
  Optional<Long> canaryOf(String key) {
    return jdbc.sql(NOTED).param("key", key).query(Long.class).optional();
  }

  long entered(long launch, boolean canary) {
    return jdbc.sql(ENTERED)
        .param("launch", launch)
        .param("canary", canary)
        .query(Long.class)
        .single();
  }

  List<Outcome> outcomes(Launches.Launch launch, long windowSeconds, Instant now) {
    return jdbc.sql(OUTCOMES)
        .param("launch", launch.id())
        .param("processId", launch.processId())
        .param("seconds", windowSeconds)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Outcome(
                    row.getBoolean("canary"),
                    row.getBoolean("ordered"),
                    row.getBoolean("gone"),
                    row.getBoolean("refused")))
        .list();
  }
}
