package dev.siyu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The product as its users start it, with its simulators, on the bench's PostgreSQL. */
final class Product implements AutoCloseable {

  static final int HEAP = 768;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Places places;
  private final Jvm app;
  private final Connection tables;
  private final HttpClient http = HttpClient.newHttpClient();

  Product(Path folder, String database) throws IOException, SQLException, InterruptedException {
    Files.createDirectories(folder);
    this.places = Places.in(folder);
    var arguments = places.arguments(database);
    // the bench runs at any hour; nothing here measures the rules
    arguments.add("--siyu.rules.quiet-from=00:00");
    arguments.add("--siyu.rules.quiet-until=00:00");
    this.app = Jvm.start(folder.resolve("app.log"), HEAP, "dev.siyu.SiyuApplication", arguments);
    this.tables = BenchServer.connect(database);
    until("the app is up, see " + folder.resolve("app.log"), this::isUp);
  }

  private boolean isUp() {
    try {
      return get(places.web(), "/actuator/health").statusCode() == 200;
    } catch (IOException e) {
      if (!app.isAlive()) {
        throw new IllegalStateException("the app ended, see its log", e);
      }
      return false;
    }
  }

  interface Answer {
    boolean isYes() throws Exception;
  }

  static void until(String what, Answer answer) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!answer.isYes()) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("not within " + PATIENCE + ": " + what);
        }
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(what, e);
    }
  }

  int web() {
    return places.web();
  }

  int simulator() {
    return places.simulator();
  }

  /** What the simulator was told, one JSON object a line. */
  String calls(String kind) throws IOException {
    return get(places.simulator(), "/sim/calls?kind=" + kind).body();
  }

  private HttpResponse<String> get(int port, String path) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  Connection tables() {
    return tables;
  }

  long count(String sql) throws SQLException {
    try (var query = tables.createStatement();
        var rows = query.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    tables.close();
    app.close();
  }
}
