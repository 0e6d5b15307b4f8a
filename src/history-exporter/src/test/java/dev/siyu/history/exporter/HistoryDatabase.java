package dev.siyu.history.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/** A real PostgreSQL with the history schema; each use gets an empty database of its own. */
final class HistoryDatabase {

  static final List<String> PROJECTIONS =
      List.of(
          "process_definition",
          "process_instance",
          "element_instance",
          "element_counter",
          "flow_taken",
          "variable",
          "job",
          "incident",
          "user_task",
          "timer",
          "message_wait",
          "message");

  private static final EmbeddedPostgres SERVER = start();
  private static int databases;

  final String url;

  private HistoryDatabase(String url) {
    this.url = url;
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "off").start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static HistoryDatabase withoutSchema() {
    String name = "history" + ++databases;
    new HistoryDatabase(SERVER.getJdbcUrl("postgres", "postgres")).run("create database " + name);
    return new HistoryDatabase(SERVER.getJdbcUrl("postgres", name));
  }

  static HistoryDatabase at(String url) {
    return new HistoryDatabase(url).migrate();
  }

  static HistoryDatabase fresh() {
    return withoutSchema().migrate();
  }

  HistoryDatabase migrate() {
    String file = "/db/history/V010__history.sql";
    try (InputStream sql = HistoryDatabase.class.getResourceAsStream(file)) {
      run(new String(Objects.requireNonNull(sql).readAllBytes(), UTF_8));
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void run(String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  String one(String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  long count(String table) {
    return Long.parseLong(one("select count(*) from history." + table));
  }

  String sizes() {
    return one(
        "select string_agg(relname || ' ' || pg_size_pretty(pg_total_relation_size(oid)), ', '"
            + " order by pg_total_relation_size(oid) desc) from pg_class"
            + " where relnamespace = 'history'::regnamespace and relkind = 'r'");
  }

  /** Contents of the audit and all projections, independent of the order of rows. */
  String checksum() {
    var all = new StringBuilder();
    for (String table : PROJECTIONS) {
      all.append(checksumOf(table)).append('\n');
    }
    return all.append(checksumOf("record")).toString();
  }

  private String checksumOf(String table) {
    return table
        + " "
        + one(
            "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from"
                + " history."
                + table
                + " t");
  }
}
