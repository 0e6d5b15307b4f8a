package dev.siyu.history.exporter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One partition's log in one life of the engine, and the row that says how far it is written. */
record PartitionLog(long incarnation, int partitionId) {

  private static final String NEWEST =
      "select coalesce(max(incarnation), 0) from history.incarnation";

  private static final String BEGIN =
      """
      insert into history.incarnation (incarnation, started_at) values (?, ?)
      on conflict (incarnation) do nothing
      """;

  // Keys start again with a new incarnation: what the old one shows must not mix with it.
  static final String EMPTY_PROJECTIONS =
      """
      truncate history.process_definition, history.process_instance, history.element_instance,
        history.element_counter, history.flow_taken, history.variable, history.job,
        history.incident, history.user_task, history.timer, history.message_wait, history.message
      """;

  private static final String REGISTER =
      """
      insert into history.exporter_position (incarnation, partition_id, position, updated_at)
      values (?, ?, -1, ?) on conflict (incarnation, partition_id) do nothing
      """;

  private static final String READ =
      "select position from history.exporter_position where incarnation = ? and partition_id = ?";

  private static final String ADVANCE =
      """
      update history.exporter_position set position = ?, updated_at = ?
      where incarnation = ? and partition_id = ? and position = ?
      """;

  void register(Connection connection, long atMillis) throws SQLException {
    long newest = newest(connection);
    if (newest > incarnation) {
      connection.rollback();
      throw new HistoryUnavailable(
          "SIYU-6003 exporter setting incarnation: %d (expected: >= %d, the newest in history)"
              .formatted(incarnation, newest));
    }
    if (update(connection, BEGIN, incarnation, new Timestamp(atMillis)) == 1 && newest > 0) {
      update(connection, EMPTY_PROJECTIONS);
    }
    update(connection, REGISTER, incarnation, partitionId, new Timestamp(atMillis));
    connection.commit();
  }

  private static long newest(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEWEST);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  long read(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setLong(1, incarnation);
      select.setInt(2, partitionId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("the position of " + this + " is gone");
        }
        return row.getLong(1);
      }
    }
  }

  void advance(Connection connection, long from, long to, long atMillis) throws SQLException {
    Timestamp at = new Timestamp(atMillis);
    if (update(connection, ADVANCE, to, at, incarnation, partitionId, from) != 1) {
      throw new PositionMoved();
    }
  }

  /**
   * An engine that lost its data starts at the beginning again. Its records must not be taken for
   * those already stored: the first one at or below the position has to be the one we have.
   */
  void checkSameLog(Connection connection, Optional<Entry> first, long position)
      throws SQLException {
    if (first.isEmpty()
        || first.get().header().position() > position
        || !(first.get() instanceof Entry.Kept kept)) {
      return;
    }
    long at = kept.header().position();
    String stored = new RecordTable(this).fingerprints(connection, at, at).get(at);
    String delivered = RecordTable.fingerprints(connection, List.of(kept)).get(at);
    if (!Objects.equals(stored, delivered)) {
      throw new HistoryUnavailable(
          "SIYU-6003 partition %d: record %d is not the one in history: the engine's data is new;"
                  .formatted(partitionId, at)
              + " raise the exporter setting incarnation (now "
              + incarnation
              + ")");
    }
  }

  private static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
