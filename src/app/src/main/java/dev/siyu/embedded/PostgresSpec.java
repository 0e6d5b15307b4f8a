package dev.siyu.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL on a durable data directory, loopback only, with a password made at the first start.
 */
final class PostgresSpec implements ChildSpec {

  /** Names the folder of the unpacked binaries; raised together with their version in the pom. */
  private static final String BINARIES = "17.6";

  static final String USER = "siyu";
  static final String DATABASE = "siyu";

  private final EmbeddedSettings settings;
  private final Secret password;

  PostgresSpec(EmbeddedSettings settings) throws IOException {
    this.settings = settings;
    this.password = Secret.keptIn(settings.run().resolve("postgres.password"));
  }

  @Override
  public String name() {
    return "postgres";
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:"
        + settings.postgres().port()
        + "/"
        + DATABASE
        + "?reWriteBatchedInserts=true&ApplicationName=siyu";
  }

  String password() {
    return password.value();
  }

  @Override
  public ProcessBuilder command() throws IOException {
    Path binaries = binaries();
    Path data = settings.data().resolve("postgres");
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      create(binaries, data);
    }
    List<String> server = new ArrayList<>();
    server.add(binaries.resolve("bin/postgres").toString());
    server.addAll(List.of("-D", data.toString()));
    options().forEach((name, value) -> server.addAll(List.of("-c", name + "=" + value)));
    return new ProcessBuilder(Commands.line(Commands.ownSession(), Commands.notRoot(), server));
  }

  private Map<String, String> options() {
    return Map.ofEntries(
        Map.entry("port", Integer.toString(settings.postgres().port())),
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("unix_socket_directories", ""),
        Map.entry("max_connections", Integer.toString(settings.postgres().maxConnections())),
        Map.entry("shared_buffers", settings.postgres().sharedBuffers().toMegabytes() + "MB"),
        Map.entry("wal_compression", "on"),
        Map.entry("max_wal_size", "2GB"),
        Map.entry("checkpoint_timeout", "10min"),
        Map.entry("random_page_cost", "1.1"),
        Map.entry("jit", "off"),
        Map.entry("fsync", settings.postgres().durable() ? "on" : "off"),
        Map.entry("synchronous_commit", settings.postgres().durable() ? "on" : "off"),
        Map.entry("full_page_writes", settings.postgres().durable() ? "on" : "off"),
        Map.entry("timezone", "UTC"),
        Map.entry("log_timezone", "UTC"),
        Map.entry("log_checkpoints", "off"));
  }

  private void create(Path binaries, Path data) throws IOException {
    Path half = data.resolveSibling("postgres.half");
    Archives.delete(half);
    List<String> initdb =
        List.of(
            binaries.resolve("bin/initdb").toString(),
            "-D" + half,
            "-U" + USER,
            "-Ascram-sha-256",
            "--pwfile=" + password.file(),
            "-EUTF8",
            "--locale=C",
            "--no-instructions");
    Process process =
        new ProcessBuilder(Commands.line(Commands.notRoot(), initdb))
            .redirectErrorStream(true)
            .redirectOutput(settings.run().resolve("initdb.log").toFile())
            .start();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("initdb failed, see " + settings.run().resolve("initdb.log"));
    }
    Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path binaries() throws IOException {
    Path target = settings.data().resolve("postgres-" + BINARIES);
    return Files.exists(target) ? target : unpack(target);
  }

  private static Path unpack(Path target) throws IOException {
    String system = system();
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    try (InputStream found =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            system, "amd64".equals(machine) ? "x86_64" : machine)) {
      if (found == null) {
        throw new IOException("no PostgreSQL binaries for " + system + " " + machine);
      }
      Archives.unpack(new XZInputStream(found), target, 0, name -> true);
      return target;
    }
  }

  private static String system() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return os.contains("mac") ? "Darwin" : os.contains("win") ? "Windows" : "Linux";
  }

  /** Accepts connections; makes the database on the first start. */
  @Override
  public boolean ready() throws IOException {
    try (Connection connection = connect("postgres")) {
      try (var find = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
        find.setString(1, DATABASE);
        if (!find.executeQuery().next()) {
          try (var create = connection.createStatement()) {
            create.execute("create database " + DATABASE);
          }
        }
      }
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  Connection connect(String database) throws SQLException {
    String url =
        "jdbc:postgresql://127.0.0.1:"
            + settings.postgres().port()
            + "/"
            + database
            + "?connectTimeout=2&loginTimeout=3";
    return DriverManager.getConnection(url, USER, password.value());
  }

  /** A shell waits for the end of its input, which comes with ours, and then ends PostgreSQL. */
  @Override
  public Process watcher(ProcessHandle child) throws IOException {
    List<String> shell = List.of("sh", "-c", "read line; kill -INT " + child.pid());
    return new ProcessBuilder(Commands.line(Commands.ownSession(), shell))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Fast shutdown: sessions are cut, everything committed is kept. */
  @Override
  public void askToEnd(ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    } catch (IOException e) {
      process.destroy();
    }
  }
}
