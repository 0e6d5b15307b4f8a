package dev.siyu.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How old the newest committed record of each partition is, looked at ten times a second. Between
 * rounds the engine rests and nothing is new, so only looks with a fresh position count.
 */
final class ExporterLag implements AutoCloseable {

  private static final String NEWEST =
      """
      SELECT partition_id, position, extract(epoch FROM clock_timestamp() - updated_at) AS age
      FROM history.exporter_position
      """;

  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final Map<Integer, Long> positions = new HashMap<>();
  private final List<Double> found = new ArrayList<>();
  private final Connection connection;

  ExporterLag(String url, boolean exporting) throws SQLException {
    this.connection = BenchServer.connect(url);
    if (exporting) {
      looks.scheduleAtFixedRate(this::look, 100, 100, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void look() {
    try (var query = connection.createStatement();
        var rows = query.executeQuery(NEWEST)) {
      while (rows.next()) {
        Long before = positions.put(rows.getInt(1), rows.getLong(2));
        if (before != null && before != rows.getLong(2)) {
          found.add(rows.getDouble(3));
        }
      }
    } catch (SQLException e) {
      System.err.println("exporter position unread: " + e.getMessage());
    }
  }

  synchronized void tell() {
    var all = Quantiles.of(found);
    Results.tell("lag-p50", all.at(0.5));
    Results.tell("lag-p99", all.at(0.99));
    Results.tell("lag-max", all.at(1));
  }

  @Override
  public void close() throws SQLException {
    looks.shutdownNow();
    connection.close();
  }
}
