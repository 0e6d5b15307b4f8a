package dev.siyu.inbox;

import dev.siyu.batching.Bell;
import dev.siyu.inbox.InboundEvent.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the inbox for people. */
record JdbcInboxDesk(JdbcClient jdbc, Clock clock, Bell bell) implements InboxDesk {

  private static final String COUNTS =
      """
      SELECT
        (SELECT count(*) FROM inbox_event WHERE state = 'NEW') AS waiting,
        (SELECT count(*) FROM inbox_event WHERE state = 'FAILED') AS failed,
        (SELECT count(*) FROM inbox_event WHERE state = 'DONE') AS done,
        (SELECT count(*) FROM inbox_conflict) AS conflicts,
        (SELECT max(received_at) FROM inbox_event) AS last,
        (SELECT received_at FROM inbox_event WHERE state = 'NEW' ORDER BY id LIMIT 1) AS oldest
      """;
  private static final String LIST =
      """
      SELECT id, source, type, subject, state, attempts, note, occurred_at, received_at
      FROM inbox_event
      WHERE state = :state AND id < :before
      ORDER BY id DESC LIMIT :limit
      """;
  private static final String RETRY =
      """
      UPDATE inbox_event SET state = 'NEW', attempts = 0, next_attempt_at = NULL, changed_at = :now
      WHERE id = :id AND state = 'FAILED'
      """;

  @Override
  public Counts counts() {
    return jdbc.sql(COUNTS)
        .query(
            (row, n) ->
                new Counts(
                    row.getLong("waiting"),
                    row.getLong("failed"),
                    row.getLong("done"),
                    row.getLong("conflicts"),
                    instant(row, "last"),
                    instant(row, "oldest")))
        .single();
  }

  @Override
  public List<Item> list(String state, @Nullable Long before, int limit) {
    return jdbc.sql(LIST)
        .param("state", state)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", Math.clamp(limit, 1, 500))
        .query(
            (row, n) ->
                new Item(
                    row.getLong("id"),
                    Source.valueOf(row.getString("source")),
                    row.getString("type"),
                    row.getString("subject"),
                    row.getString("state"),
                    row.getInt("attempts"),
                    row.getString("note"),
                    row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                    row.getObject("received_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  @Override
  public boolean retry(long id) {
    boolean found =
        jdbc.sql(RETRY)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update()
            == 1;
    bell.ring();
    return found;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
