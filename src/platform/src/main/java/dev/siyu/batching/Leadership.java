package dev.siyu.batching;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of several instances works a queue: the one whose own connection holds the advisory lock.
 * The lock goes with the connection, so another instance takes over when this one dies.
 */
public final class Leadership implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
  private static final int CHECK_SECONDS = 2;

  private static final String TRY_LOCK = "SELECT pg_try_advisory_lock(hashtextextended(?, 0))";

  private final String queue;
  private final DataSource dataSource;
  private final AtomicReference<@Nullable Connection> holding = new AtomicReference<>();

  public Leadership(String queue, DataSource dataSource) {
    this.queue = queue;
    this.dataSource = dataSource;
  }

  /** Takes the lock if it is free and says whether we have it; asks the database each time. */
  public synchronized boolean isOurs() {
    var connection = holding.get();
    if (connection != null) {
      if (isAlive(connection)) {
        return true;
      }
      LOG.warn("Lost the connection that works the {} queue; trying to take it again.", queue);
      release();
    }
    return take();
  }

  private boolean take() {
    try {
      var connection = dataSource.getConnection();
      try (var statement = connection.prepareStatement(TRY_LOCK)) {
        statement.setString(1, "siyu-" + queue);
        try (var rows = statement.executeQuery()) {
          if (rows.next() && rows.getBoolean(1)) {
            if (!connection.getAutoCommit()) {
              connection.commit();
            }
            holding.set(connection);
            LOG.info("This instance works the {} queue now.", queue);
            return true;
          }
        }
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      connection.close();
    } catch (SQLException e) {
      LOG.warn("Cannot ask who works the {} queue; asking again soon. {}", queue, e.getMessage());
    }
    return false;
  }

  private static boolean isAlive(Connection connection) {
    try {
      return connection.isValid(CHECK_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Gives the lock back; closing a pooled connection alone would keep it. */
  private void release() {
    var connection = holding.getAndSet(null);
    if (connection == null) {
      return;
    }
    try (connection;
        var statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_unlock_all()");
    } catch (SQLException e) {
      LOG.debug("The {} queue's connection was gone already.", queue, e);
    }
  }

  @Override
  public synchronized void close() {
    release();
  }
}
