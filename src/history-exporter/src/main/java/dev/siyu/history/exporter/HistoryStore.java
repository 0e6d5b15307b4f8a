package dev.siyu.history.exporter;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** One partition's place in PostgreSQL: the connection, and how far it is written. */
final class HistoryStore {

  private final ExporterSettings settings;
  private final PartitionLog partition;
  private final Logger log;
  private @Nullable Connection connection;
  private boolean checked;

  HistoryStore(ExporterSettings settings, int partitionId, Logger log) {
    this.settings = settings;
    this.partition = new PartitionLog(settings.incarnation(), partitionId);
    this.log = log;
  }

  /**
   * Commits everything seen and empties the queue.
   *
   * @return the committed position, to be acknowledged
   * @throws HistoryUnavailable when nothing was committed, or nobody knows; just try again
   */
  long write(ExportQueue queue) {
    try {
      Connection open = connect(queue.seenAtMillis());
      long position = partition.read(open);
      if (!checked) {
        partition.checkSameLog(open, queue.first(), position);
        checked = true;
      }
      queue.done(position);
      if (queue.isBehind()) {
        return writeFrom(open, position, queue);
      }
      open.rollback();
      return position;
    } catch (SQLException e) {
      close();
      throw new HistoryUnavailable(explain(e), e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private long writeFrom(Connection open, long position, ExportQueue queue) throws SQLException {
    if (open.getAutoCommit()) {
      throw new IllegalStateException("SIYU-6006 the connection commits each statement by itself");
    }
    var batch = new Batch(partition, position, queue.seenPosition(), queue.seenAtMillis());
    try {
      batch.write(open, queue.entries());
      queue.done(queue.seenPosition());
      return queue.seenPosition();
    } catch (PositionMoved e) {
      open.rollback();
      long now = partition.read(open);
      log.info("Another leader wrote {} to {}, going on from there", partition, now);
      queue.done(now);
      return now;
    }
  }

  private Connection connect(long atMillis) throws SQLException {
    if (connection == null) {
      connection = Connections.open(settings);
      partition.register(connection, atMillis);
    }
    return connection;
  }

  void close() {
    Connection last = connection;
    connection = null;
    if (last != null) {
      try {
        last.close();
      } catch (SQLException e) {
        log.debug("closing a broken connection: {}", e.getMessage());
      }
    }
  }

  private static String explain(SQLException e) {
    boolean noSchema = "42P01".equals(e.getSQLState()) || "3F000".equals(e.getSQLState());
    return noSchema
        ? "SIYU-6002 waiting for the schema 'history' (the app creates it with Flyway, V010)"
        : "SIYU-6004 PostgreSQL does not take the history: " + e.getMessage();
  }
}
