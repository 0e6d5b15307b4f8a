package dev.siyu.layers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When places are given out next, and who would get them. */
@Component
class CoreRound {

  private static final String NEXT = "SELECT next_at FROM core_round";
  private static final String WAKE = "UPDATE core_round SET next_at = :next WHERE next_at IS NULL";
  private static final String PLAN =
      """
      UPDATE core_round SET next_at = CASE
        WHEN EXISTS (SELECT FROM customer_layer WHERE layer = 'CORE') THEN :next ELSE NULL END
      """;

  /** The best of each staff group as far as it has places; newest relation counts. */
  private static final String CHOSEN =
      """
      WITH relation AS (
        SELECT DISTINCT ON (customer_id) customer_id, staff_user_id
        FROM customer_staff WHERE until IS NULL ORDER BY customer_id, since DESC),
      room AS (
        SELECT staff_user_id, count(*) * :places / :size - (SELECT count(*) FROM core_member m
          WHERE m.staff_user_id = relation.staff_user_id AND m.state <> 'OUT') AS free
        FROM relation GROUP BY staff_user_id),
      candidate AS (
        SELECT l.*, r.staff_user_id, c.zone, row_number() OVER (PARTITION BY r.staff_user_id
          ORDER BY l.net_year_cents DESC, l.customer_id) AS place
        FROM customer_layer l
        JOIN relation r ON r.customer_id = l.customer_id
        JOIN customer c ON c.id = l.customer_id AND c.consent
        LEFT JOIN core_member m ON m.customer_id = l.customer_id
        WHERE l.layer = 'CORE' AND l.since <= :settled
          AND (m.customer_id IS NULL OR (m.state = 'OUT' AND m.invite_after <= :now)))
      SELECT candidate.* FROM candidate JOIN room USING (staff_user_id)
      WHERE place <= free ORDER BY net_year_cents DESC, customer_id
      """;

  record Candidate(
      String customerId, String staffUserId, String zone, LayerFacts facts, String reason) {}

  private final JdbcClient jdbc;
  private final LayerSettings days;
  private final CoreSettings settings;

  CoreRound(JdbcClient jdbc, LayerSettings days, CoreSettings settings) {
    this.jdbc = jdbc;
    this.days = days;
    this.settings = settings;
  }

  Optional<Instant> nextAt() {
    return jdbc.sql(NEXT)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /** Somebody qualifies: there is a round to come. */
  void wake(Instant now) {
    jdbc.sql(WAKE).param("next", after(now).atOffset(ZoneOffset.UTC)).update();
  }

  /** The round of {@code now} is over. */
  void plan(Instant now) {
    jdbc.sql(PLAN).param("next", after(now).atOffset(ZoneOffset.UTC)).update();
  }

  List<Candidate> chosen(Instant now) {
    return jdbc.sql(CHOSEN)
        .param("places", settings.places())
        .param("size", settings.groupSize())
        .param("settled", now.minus(settings.settled()).atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Candidate(
                    row.getString("customer_id"),
                    row.getString("staff_user_id"),
                    row.getString("zone"),
                    LayerFacts.read(row),
                    row.getString("reason")))
        .list();
  }

  private Instant after(Instant now) {
    var here = now.atZone(days.zone());
    var today = here.toLocalDate().atTime(settings.roundAt()).atZone(days.zone());
    var next =
        today.toInstant().isAfter(now) && here.getDayOfWeek() == settings.roundDay()
            ? today
            : here.toLocalDate()
                .with(TemporalAdjusters.next(settings.roundDay()))
                .atTime(settings.roundAt())
                .atZone(days.zone());
    return next.toInstant();
  }
}
