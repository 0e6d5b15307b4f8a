package dev.siyu.content;

import dev.siyu.time.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves media from PostgreSQL into the bucket ({@code siyu.media.move}): written there, read back,
 * compared, and only then taken out of the row. May be stopped and started at any time.
 */
final class MediaMove implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(MediaMove.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final String NEXT =
      "SELECT id, mime, data FROM media WHERE data IS NOT NULL ORDER BY uploaded_at, id LIMIT 20";
  private static final String MOVED = "UPDATE media SET data = NULL WHERE id = :id";
  private static final String LEFT = "SELECT count(*) FROM media WHERE data IS NOT NULL";

  @SuppressWarnings("ArrayRecordComponent") // lives for one step, never compared
  private record Row(String id, String mime, byte[] data) {}

  private final JdbcClient jdbc;
  private final MediaStore store;
  private Instant next;

  MediaMove(JdbcClient jdbc, MediaStore store, Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.next = clock.instant();
  }

  @Override
  public String name() {
    return "media-move";
  }

  @Override
  public synchronized Optional<Instant> nextDue() {
    return left() == 0 ? Optional.empty() : Optional.of(next);
  }

  private long left() {
    return jdbc.sql(LEFT).query(Long.class).single();
  }

  @Override
  public synchronized void runDue(Instant now) {
    next = now.plus(PAUSE);
    for (var row : rows()) {
      store.put(row.id(), row.mime(), row.data());
      boolean isThere =
          store.get(row.id()).filter(bytes -> Arrays.equals(bytes, row.data())).isPresent();
      if (!isThere) {
        log.warn("SIYU-3522 {} is not in the bucket as it was put there; it stays", row.id());
        return;
      }
      jdbc.sql(MOVED).param("id", row.id()).update();
    }
    log.info("Media moved into the bucket; {} are left in the database", left());
  }

  private List<Row> rows() {
    return jdbc.sql(NEXT)
        .query(
            (row, n) -> new Row(row.getString("id"), row.getString("mime"), row.getBytes("data")))
        .list();
  }
}
