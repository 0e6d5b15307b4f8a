package dev.siyu.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The product's own PostgreSQL, read only. */
final class Tables {

  private static final String COUNTED =
      """
      select table_schema || '.' || table_name from information_schema.tables
      where table_schema in ('public', 'history') and table_type = 'BASE TABLE'
        and table_name not in ('clock_setting', 'replay_run', 'exporter_position',
          'flyway_schema_history')
        and table_name not like 'spring_session%' and table_name not like '%login%'
      """;

  private final DriverManagerDataSource database;
  private final JdbcClient jdbc;

  Tables(int port, Path password) {
    try {
      this.database =
          new DriverManagerDataSource(
              "jdbc:postgresql://127.0.0.1:" + port + "/siyu?ApplicationName=drill",
              "siyu",
              Files.readString(password).strip());
      this.jdbc = JdbcClient.create(database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One connection for temporary tables of a drill's own; the caller closes it. */
  SingleConnectionDataSource connection() {
    try {
      return new SingleConnectionDataSource(database.getConnection(), true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Map<String, Object>> rows(String sql) {
    return jdbc.sql(sql).query().listOfRows();
  }

  /** The first column as text. */
  List<String> texts(String sql) {
    return jdbc.sql(sql).query((row, n) -> Objects.toString(row.getString(1), "")).list();
  }

  long number(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  /** Two columns: name and number. */
  Map<String, Long> numbers(String sql) {
    Map<String, Long> all = new TreeMap<>();
    jdbc.sql(sql)
        .query(
            row -> {
              all.put(row.getString(1), row.getLong(2));
            });
    return all;
  }

  /** Rows in every table that a second replay must leave as it is. */
  Map<String, Long> counts() {
    Map<String, Long> all = new TreeMap<>();
    texts(COUNTED).forEach(table -> all.put(table, number("select count(*) from " + table)));
    return all;
  }
}
