package dev.siyu.inbox;

import dev.siyu.inbox.InboundEvent.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored events; every change of state is guarded here. */
final class InboxTable {

  private static final String READY =
      """
      SELECT * FROM inbox_event e
      WHERE state = 'NEW' AND subject <> ALL (:busy) AND source <> ALL (:full)
        AND (next_attempt_at IS NULL OR next_attempt_at <= :now)
        AND (NOT needs_welcome OR welcome IS NOT NULL)
        AND NOT EXISTS (SELECT FROM inbox_event b
          WHERE b.state = 'NEW' AND b.subject = e.subject AND b.id < e.id
            AND (b.next_attempt_at > :now OR (b.needs_welcome AND b.welcome IS NULL)))
      ORDER BY id LIMIT :limit
      """;
  private static final String WITHOUT_WELCOME =
      """
      SELECT * FROM inbox_event
      WHERE state = 'NEW' AND needs_welcome AND welcome IS NULL AND received_at <= :before
      ORDER BY received_at LIMIT 1000
      """;
  private static final String WELCOMED =
      """
      UPDATE inbox_event e SET welcome = w.welcome, changed_at = :now
      FROM unnest(:ids, :welcomes) AS w (id, welcome)
      WHERE e.id = w.id AND e.state = 'NEW' AND e.welcome IS NULL
      """;
  private static final String DONE =
      """
      UPDATE inbox_event SET state = 'DONE', note = :note, relation = :relation,
        next_attempt_at = NULL, changed_at = :now
      WHERE id = :id AND state = 'NEW'
      """;
  private static final String ALL_DONE =
      """
      UPDATE inbox_event SET state = 'DONE', next_attempt_at = NULL, changed_at = :now
      WHERE id = ANY (:ids) AND state = 'NEW'
      """;
  private static final String NOTE = "UPDATE inbox_event SET note = :note WHERE id = :id";
  private static final String FAILED =
      """
      UPDATE inbox_event SET state = CASE WHEN :again THEN 'NEW' ELSE 'FAILED' END,
        attempts = attempts + 1, next_attempt_at = :next, note = :note, changed_at = :now
      WHERE id = :id AND state = 'NEW'
      """;
  private static final String POSTPONED =
      """
      UPDATE inbox_event SET next_attempt_at = :next, note = :note, changed_at = :now
      WHERE id = :id AND state = 'NEW'
      """;
  private static final String KNOWS_NEWER =
      """
      SELECT EXISTS (SELECT FROM inbox_event
        WHERE subject = :subject AND relation = :relation AND state = 'DONE'
          AND occurred_at > :at)
      """;
  private static final String NEXT_DUE =
      """
      SELECT min(next_attempt_at) FROM inbox_event
      WHERE state = 'NEW' AND next_attempt_at IS NOT NULL
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  InboxTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The next events that may be applied, in order: no busy subject, no source that is full. */
  List<StoredEvent> ready(Set<String> busy, Set<Source> full, int limit) {
    return jdbc.sql(READY)
        .param("busy", busy.toArray(String[]::new))
        .param("full", full.stream().map(Source::name).toArray(String[]::new))
        .param("limit", limit)
        .param("now", now())
        .query(InboxTable::row)
        .list();
  }

  List<StoredEvent> withoutWelcome(Instant before) {
    return jdbc.sql(WITHOUT_WELCOME)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(InboxTable::row)
        .list();
  }

  void welcomed(List<Long> ids, List<String> welcomes) {
    jdbc.sql(WELCOMED)
        .param("ids", ids.toArray(Long[]::new))
        .param("welcomes", welcomes.toArray(String[]::new))
        .param("now", now())
        .update();
  }

  /**
   * Closes an event in the transaction of its effect; false when somebody else did. Holds the row,
   * so a second dispatcher waits and then finds it closed.
   */
  boolean done(long id, @Nullable String relation) {
    return jdbc.sql(DONE)
            .param("id", id)
            .param("note", null)
            .param("relation", relation)
            .param("now", now())
            .update()
        == 1;
  }

  /** Closes events that have no effect. */
  void done(List<StoredEvent> events) {
    jdbc.sql(ALL_DONE)
        .param("ids", events.stream().map(StoredEvent::id).toArray(Long[]::new))
        .param("now", now())
        .update();
  }

  void note(long id, String note) {
    jdbc.sql(NOTE).param("id", id).param("note", note).update();
  }

  /** Counts a failed try; without {@code next} the event is given up. */
  void failed(long id, String note, @Nullable Instant next) {
    jdbc.sql(FAILED)
        .param("id", id)
        .param("again", next != null)
        .param(
            "next",
            next == null ? null : next.atOffset(ZoneOffset.UTC),
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("note", note)
        .param("now", now())
        .update();
  }

  /** Has an event tried again later without counting a try against it. */
  void postponed(long id, String note, Instant next) {
    jdbc.sql(POSTPONED)
        .param("id", id)
        .param("note", note)
        .param("next", next.atOffset(ZoneOffset.UTC))
        .param("now", now())
        .update();
  }

  /** Whether an add or leave of this relation that happened later was applied already. */
  boolean knowsNewer(String subject, String relation, Instant at) {
    return jdbc.sql(KNOWS_NEWER)
        .param("subject", subject)
        .param("relation", relation)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(NEXT_DUE)
        .query((row, n) -> row.getObject(1, OffsetDateTime.class))
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static StoredEvent row(ResultSet row, int n) throws SQLException {
    return new StoredEvent(
        row.getLong("id"),
        Source.valueOf(row.getString("source")),
        row.getString("type"),
        row.getString("subject"),
        row.getBytes("body"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"),
        row.getString("welcome"));
  }
}
