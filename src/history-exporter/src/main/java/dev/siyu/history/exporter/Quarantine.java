package dev.siyu.history.exporter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;

/** Where records wait for a person instead of stopping all others. */
record Quarantine(PartitionLog partition) {

  private static final String ADD =
      """
      insert into history.quarantine (incarnation, partition_id, position, key, value_type, intent,
        at, reason, content)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (incarnation, partition_id, position) do nothing
      """;

  void add(Connection connection, Entry entry, String reason) throws SQLException {
    Entry.Header header = entry.header();
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setLong(1, partition.incarnation());
      insert.setInt(2, partition.partitionId());
      insert.setLong(3, header.position());
      insert.setLong(4, header.key());
      insert.setString(5, header.valueType());
      insert.setString(6, header.intent());
      insert.setTimestamp(7, new Timestamp(header.atMillis()));
      insert.setString(8, Rows.clean(reason));
      insert.setString(9, Rows.clean(entry.content()));
      insert.executeUpdate();
    }
  }
}
