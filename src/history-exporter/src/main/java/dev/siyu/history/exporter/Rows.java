package dev.siyu.history.exporter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table, merged by key, then written by one statement that takes a column as an array.
 */
final class Rows<R> {

  /** One array parameter; {@code type} as PostgreSQL calls it. */
  record Column<R>(String type, Function<R, @Nullable Object> value) {}

  private final String sql;
  private final BinaryOperator<R> merge;
  private final List<Column<R>> columns;
  private final Map<Object, R> rows = new LinkedHashMap<>();

  /**
   * @param merge (earlier, later) -> both in one
   */
  Rows(String sql, BinaryOperator<R> merge, List<Column<R>> columns) {
    this.sql = sql;
    this.merge = merge;
    this.columns = columns;
  }

  static <R> Column<R> number(Function<R, @Nullable Object> value) {
    return new Column<>("int8", value);
  }

  static <R> Column<R> text(Function<R, @Nullable String> value) {
    return new Column<>("text", row -> clean(value.apply(row)));
  }

  static <R> Column<R> time(Function<R, @Nullable Instant> value) {
    return new Column<>("timestamptz", value::apply);
  }

  /** PostgreSQL's text cannot hold U+0000; the record in the audit keeps it. */
  static @Nullable String clean(@Nullable String text) {
    return text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }

  void put(Object key, R row) {
    rows.merge(key, row, merge);
  }

  void replace(Object key, R row) {
    rows.put(key, row);
  }

  @Nullable R get(Object key) {
    return rows.get(key);
  }

  void write(Connection connection) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        Column<R> column = columns.get(i);
        Object[] values = array(rows.values(), column);
        statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
      }
      statement.executeUpdate();
    }
  }

  private static <R> Object[] array(Collection<R> rows, Column<R> column) {
    Object[] values = new Object[rows.size()];
    int i = 0;
    for (R row : rows) {
      values[i++] = column.value().apply(row);
    }
    return values;
  }
}
