package dev.siyu;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real PostgreSQL for tests: one server per JVM, migrated once, and a fresh copy for each test
 * class. Keep it in a static field and close it after all tests.
 */
public final class TestDatabase implements AutoCloseable {

  private static final String TEMPLATE = "siyu_template";
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long LEAST_BYTES = 2L << 30;
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static EmbeddedPostgres server;

  private final String name;
  private final HikariDataSource dataSource;

  private TestDatabase(String name, HikariDataSource dataSource) {
    this.name = name;
    this.dataSource = dataSource;
  }

  /** A fresh database with all migrations applied. */
  public static synchronized TestDatabase fresh() {
    var name = "siyu_" + NUMBER.incrementAndGet();
    // the default copies through the write-ahead log, which takes three times as long
    admin("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " STRATEGY FILE_COPY");
    var dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(server.getJdbcUrl("postgres", name));
    dataSource.setMaximumPoolSize(16);
    dataSource.setMinimumIdle(0);
    return new TestDatabase(name, dataSource);
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public String jdbcUrl() {
    return dataSource.getJdbcUrl();
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(dataSource);
  }

  public TransactionTemplate transactions() {
    return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  @Override
  public void close() {
    dataSource.close();
    admin("DROP DATABASE " + name + " WITH (FORCE)");
  }

  private static synchronized void admin(String sql) {
    try {
      if (server == null) {
        start();
      }
      try (var connection = server.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /**
   * A copy is hundreds of files: in memory it takes 60 ms, on a disk 400 ms, and each test has one.
   */
  private static Path room() throws IOException {
    boolean hasMemory =
        Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= LEAST_BYTES;
    return hasMemory
        ? Files.createTempDirectory(MEMORY, "siyu-tests")
        : Files.createTempDirectory("siyu-tests");
  }

  private static void start() throws IOException, SQLException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "200")
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off")
            .setDataDirectory(room())
            .start();
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + TEMPLATE);
    }
    Flyway.configure()
        .dataSource(server.getDatabase("postgres", TEMPLATE))
        .locations("classpath:db/migration", "classpath:db/history")
        .load()
        .migrate();
  }
}
