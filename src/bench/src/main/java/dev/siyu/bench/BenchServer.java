package dev.siyu.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** One PostgreSQL for everybody under measurement, set as the product's own, commits to disk. */
final class BenchServer implements AutoCloseable {

  static final String USER = "postgres";
  static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("max_connections", "120"),
          Map.entry("shared_buffers", "256MB"),
          Map.entry("wal_compression", "on"),
          Map.entry("max_wal_size", "2GB"),
          Map.entry("checkpoint_timeout", "10min"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("jit", "off"));

  private final EmbeddedPostgres server;
  private final Path data;

  BenchServer(Path folder) throws IOException {
    this.data = folder.resolve("postgres");
    var builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(true);
    SETTINGS.forEach(builder::setServerConfig);
    this.server = builder.start();
  }

  /** A new, empty database; answers its address. */
  String database(String name) throws SQLException {
    try (var connection = DriverManager.getConnection(server.getJdbcUrl(USER, "postgres"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      statement.execute("CHECKPOINT");
    }
    return "jdbc:postgresql://127.0.0.1:"
        + server.getPort()
        + "/"
        + name
        + "?reWriteBatchedInserts=true&ApplicationName=siyu";
  }

  static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, USER, "");
  }

  long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
  }

  /** fsync, synchronous_commit and full_page_writes as the server itself tells them. */
  String durability() throws SQLException {
    try (var connection = DriverManager.getConnection(server.getJdbcUrl(USER, "postgres"));
        var query = connection.createStatement();
        var rows =
            query.executeQuery(
                "SELECT concat('fsync ', current_setting('fsync'), ', synchronous_commit ',"
                    + " current_setting('synchronous_commit'), ', full_page_writes ',"
                    + " current_setting('full_page_writes'))")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
