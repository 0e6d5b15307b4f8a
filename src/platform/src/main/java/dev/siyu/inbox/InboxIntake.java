package dev.siyu.inbox;

import dev.siyu.inbox.Inbox.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes many arriving events at once and finds out which were there before. */
final class InboxIntake {

  /** What became of an event; {@code stored} only for a new one. */
  record Taken(Receipt receipt, @Nullable StoredEvent stored) {}

  private record Known(long id, byte[] hash) {}

  private static final String INSERT =
      """
      INSERT INTO inbox_event (dedupe_key, source, type, subject, body, body_hash, occurred_at,
        received_at, needs_welcome, changed_at)
      SELECT key, source, type, subject, body, hash, occurred, :now, welcome, :now
      FROM unnest(:keys, :sources, :types, :subjects, :bodies, :hashes, :occurred::timestamptz[],
          :welcomes)
        WITH ORDINALITY AS e (key, source, type, subject, body, hash, occurred, welcome, n)
      ORDER BY n
      ON CONFLICT (dedupe_key) DO NOTHING
      RETURNING id, dedupe_key, body_hash
      """;
  private static final String KNOWN =
      "SELECT id, dedupe_key, body_hash FROM inbox_event WHERE dedupe_key = ANY (:keys)";
  private static final String CONFLICT =
      """
      INSERT INTO inbox_conflict (dedupe_key, body_hash, body, received_at)
      VALUES (:key, :hash, :body, :now) ON CONFLICT DO NOTHING
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  InboxIntake(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One answer per event, in order; call it in a transaction. */
  List<Taken> take(List<InboundEvent> events) {
    var hashes = events.stream().map(event -> DigestUtils.sha256(event.body())).toList();
    var fresh = insert(events, hashes);
    var known = new HashMap<>(fresh);
    var others =
        events.stream()
            .map(InboundEvent::dedupeKey)
            .filter(key -> !fresh.containsKey(key))
            .toList();
    if (!others.isEmpty()) {
      known.putAll(keyed(KNOWN, Map.of("keys", others.toArray(String[]::new))));
    }
    var taken = new ArrayList<Taken>();
    for (int i = 0; i < events.size(); i++) {
      taken.add(judge(events.get(i), hashes.get(i), fresh, known));
    }
    return taken;
  }

  private Taken judge(
      InboundEvent event, byte[] hash, Map<String, Known> fresh, Map<String, Known> known) {
    var stored = known.get(event.dedupeKey());
    if (stored != null && !Arrays.equals(stored.hash(), hash)) {
      jdbc.sql(CONFLICT)
          .param("key", event.dedupeKey())
          .param("hash", hash)
          .param("body", event.body())
          .param("now", now())
          .update();
      return new Taken(Receipt.CONFLICT, null);
    }
    var first = fresh.remove(event.dedupeKey());
    return first == null
        ? new Taken(Receipt.DUPLICATE, null)
        : new Taken(Receipt.STORED, stored(event, first.id()));
  }

  private StoredEvent stored(InboundEvent event, long id) {
    return new StoredEvent(
        id,
        event.source(),
        event.type(),
        event.subject(),
        event.body(),
        event.occurredAt(),
        clock.instant(),
        0,
        null);
  }

  private Map<String, Known> insert(List<InboundEvent> events, List<byte[]> hashes) {
    return keyed(
        INSERT,
        Map.of(
            "keys", texts(events, InboundEvent::dedupeKey),
            "sources", texts(events, event -> event.source().name()),
            "types", texts(events, InboundEvent::type),
            "subjects", texts(events, InboundEvent::subject),
            "bodies", events.stream().map(InboundEvent::body).toArray(byte[][]::new),
            "hashes", hashes.toArray(byte[][]::new),
            "occurred", texts(events, event -> event.occurredAt().toString()),
            "welcomes", events.stream().map(WelcomeLane::isFor).toArray(Boolean[]::new),
            "now", now()));
  }

  private Map<String, Known> keyed(String sql, Map<String, ?> params) {
    var found = new HashMap<String, Known>();
    jdbc.sql(sql).params(params).query((ResultSet row) -> put(found, row));
    return found;
  }

  private static void put(Map<String, Known> found, ResultSet row) throws SQLException {
    found.put(row.getString("dedupe_key"), new Known(row.getLong("id"), row.getBytes("body_hash")));
  }

  private static String[] texts(List<InboundEvent> events, Function<InboundEvent, String> part) {
    return events.stream().map(part).toArray(String[]::new);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
