package dev.siyu.drills;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The shop's files in temporary tables of a connection of its own: the product's tables are not
 * looked at. Times are those of the files, moved by the weeks the replay was moved.
 */
final class FileBase implements AutoCloseable {

  private static final String TABLE =
      """
      CREATE TEMP TABLE file_event (customer text, at timestamp, kind int, id text, cents bigint)
      """;
  private static final String ADD = "INSERT INTO file_event VALUES (?, ?, ?, ?, ?)";

  private final SingleConnectionDataSource connection;
  private final JdbcClient jdbc;

  private FileBase(SingleConnectionDataSource connection) {
    this.connection = connection;
    this.jdbc = JdbcClient.create(connection);
  }

  static FileBase open(Tables tables, Books.Range range, Books books) {
    FileBase base = new FileBase(tables.connection());
    long weeks = tables.number("select shift_weeks from replay_run order by id desc limit 1");
    base.jdbc.sql(TABLE).update();
    base.load("orders.csv", "order_id", "paid_at", 0, books.orders(), weeks);
    base.load("refunds.csv", "refund_id", "refunded_at", 1, books.refunds(), weeks);
    return base;
  }

  /** Orders with their cents, refunds with theirs below zero; only what was replayed. */
  private void load(
      String file, String id, String at, int kind, Map<String, String> wanted, long weeks) {
    for (Map<String, String> row : Books.lines(file)) {
      String key = row.getOrDefault(id, "");
      if (wanted.containsKey(key)) {
        long cents = Long.parseLong(row.getOrDefault("amount_cents", ""));
        jdbc.sql(ADD)
            .params(
                row.getOrDefault("customer_id", ""),
                LocalDateTime.parse(row.getOrDefault(at, "")).plusWeeks(weeks),
                kind,
                key,
                kind == 0 ? cents : -cents)
            .update();
      }
    }
  }

  List<Map<String, Object>> rows(String sql, Map<String, Object> params) {
    return jdbc.sql(sql).params(params).query().listOfRows();
  }

  @Override
  public void close() {
    connection.destroy();
  }
}
