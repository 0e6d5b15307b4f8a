package dev.siyu.looks;

import dev.siyu.looks.MallLooks.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When we look at which mall, and what the looks found. */
@Component
class LookTable {

  private static final String PLAN =
      """
      INSERT INTO mall_look (source, next_at, reason) VALUES (:source, :at, :reason)
      ON CONFLICT (source) DO UPDATE SET next_at = :at, reason = :reason
      WHERE mall_look.next_at IS NULL OR mall_look.next_at > :at
      """;
  private static final String NEXT =
      "SELECT min(next_at) FROM mall_look WHERE source = ANY (:sources)";
  private static final String DUE =
      """
      SELECT source, agreed_until, reason, failures FROM mall_look
      WHERE source = ANY (:sources) AND next_at <= :now ORDER BY next_at
      """;
  private static final String BEGIN =
      """
      INSERT INTO mall_look_run (source, reason, from_at, until_at, started_at)
      VALUES (:source, :reason, :from, :until, :now) RETURNING id
      """;
  private static final String COUNT =
      "UPDATE mall_look_run SET listed = :listed, missing = :missing WHERE id = :run";
  private static final String END =
      """
      WITH run AS (
        UPDATE mall_look_run SET ended_at = :now, listed = :listed, missing = :missing, note = :note
        WHERE id = :run RETURNING source, until_at)
      UPDATE mall_look l SET next_at = :next, reason = :reason,
        agreed_until = CASE WHEN :good THEN greatest(l.agreed_until, run.until_at)
          ELSE l.agreed_until END,
        failures = CASE WHEN :good THEN 0 ELSE l.failures + 1 END
      FROM run WHERE l.source = run.source
      """;
  private static final String KNOWN =
      """
      SELECT 'o:' || order_id FROM paid_order WHERE source = :source AND order_id = ANY (:orders)
      UNION ALL
      SELECT 'r:' || refund_id FROM refund WHERE source = :source AND refund_id = ANY (:refunds)
      """;
  private static final String STANDS =
      """
      SELECT l.source, l.agreed_until, l.next_at,
        (SELECT coalesce(sum(missing), 0) FROM mall_look_run r WHERE r.source = l.source) AS missing
      FROM mall_look l WHERE l.source = ANY (:sources) ORDER BY l.source
      """;
  private static final String RUNS =
      """
      SELECT reason, from_at, until_at, started_at, ended_at, listed, missing, note
      FROM mall_look_run WHERE source = :source ORDER BY id DESC LIMIT 10
      """;

  record Due(String source, @Nullable Instant agreedUntil, Reason reason, int failures) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  LookTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Plans a look; an earlier plan stays. */
  void plan(String source, Instant at, Reason reason) {
    jdbc.sql(PLAN)
        .param("source", source)
        .param("at", sql(at))
        .param("reason", reason.name())
        .update();
  }

  Optional<Instant> nextDue(Collection<String> sources) {
    return jdbc.sql(NEXT)
        .param("sources", sources.toArray(String[]::new))
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<Due> due(Collection<String> sources, Instant now) {
    return jdbc.sql(DUE)
        .param("sources", sources.toArray(String[]::new))
        .param("now", sql(now))
        .query(
            (row, n) ->
                new Due(
                    row.getString("source"),
                    instant(row, "agreed_until"),
                    Reason.valueOf(row.getString("reason")),
                    row.getInt("failures")))
        .list();
  }

  long begin(Due due, Instant from, Instant until) {
    return jdbc.sql(BEGIN)
        .param("source", due.source())
        .param("reason", due.reason().name())
        .param("from", sql(from))
        .param("until", sql(until))
        .param("now", sql(clock.instant()))
        .query(Long.class)
        .single();
  }

  void count(long run, int listed, int missing) {
    jdbc.sql(COUNT).param("run", run).param("listed", listed).param("missing", missing).update();
  }

  /** {@code note} null: it went through, and both agree until its end. */
  void end(
      long run,
      int listed,
      int missing,
      @Nullable String note,
      @Nullable Instant next,
      Reason why) {
    jdbc.sql(END)
        .param("run", run)
        .param("listed", listed)
        .param("missing", missing)
        .param("note", note, java.sql.Types.VARCHAR)
        .param("good", note == null)
        .param("next", next == null ? null : sql(next), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("reason", why.name())
        .param("now", sql(clock.instant()))
        .update();
  }

  /** Which of these are recorded; answers {@code o:<id>} and {@code r:<id>}. */
  Set<String> known(String source, List<String> orders, List<String> refunds) {
    return new HashSet<>(
        jdbc.sql(KNOWN)
            .param("source", source)
            .param("orders", orders.toArray(String[]::new))
            .param("refunds", refunds.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  List<MallLooks.Mall> stands(Collection<String> sources) {
    return jdbc.sql(STANDS)
        .param("sources", sources.toArray(String[]::new))
        .query(
            (row, n) ->
                new MallLooks.Mall(
                    row.getString("source"),
                    instant(row, "agreed_until"),
                    instant(row, "next_at"),
                    row.getLong("missing"),
                    runs(row.getString("source"))))
        .list();
  }

  private List<MallLooks.Run> runs(String source) {
    return jdbc.sql(RUNS).param("source", source).query((row, n) -> run(row)).list();
  }

  private static MallLooks.Run run(ResultSet row) throws SQLException {
    return new MallLooks.Run(
        Reason.valueOf(row.getString("reason")),
        row.getObject("from_at", OffsetDateTime.class).toInstant(),
        row.getObject("until_at", OffsetDateTime.class).toInstant(),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        instant(row, "ended_at"),
        row.getInt("listed"),
        row.getInt("missing"),
        row.getString("note"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
