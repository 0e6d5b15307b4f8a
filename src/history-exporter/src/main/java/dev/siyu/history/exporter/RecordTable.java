package dev.siyu.history.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The append-only audit table. */
record RecordTable(PartitionLog partition) {

  private static final String COPY =
      """
      copy history.record (incarnation, partition_id, position, key, record_type, value_type,
        intent, at, instance_key, element_id, value) from stdin
      """;

  // The engine's JSON has its fields in another order after each start of the broker, and jsonb
  // knows no NUL: what is compared is the canonical content.
  private static final String CANONICAL =
      """
      (extract(epoch from at) * 1000)::bigint || ' '
        || md5(regexp_replace(value::text, '(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000', '\\1', 'g')
               ::jsonb::text)
      """;

  private static final String STORED =
      "select position, "
          + CANONICAL
          + """
          from history.record
          where incarnation = ? and partition_id = ? and position between ? and ?
          """;

  private static final String DELIVERED =
      "select position, "
          + CANONICAL
          + " from unnest(?::bigint[], ?::timestamptz[], ?::text[]) as r (position, at, value)";

  /** Fingerprints (time and content) of what is stored already, by position. */
  Map<Long, String> fingerprints(Connection connection, long first, long last) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(STORED)) {
      select.setLong(1, partition.incarnation());
      select.setInt(2, partition.partitionId());
      select.setLong(3, first);
      select.setLong(4, last);
      return byPosition(select);
    }
  }

  /** Fingerprints of what was delivered; two records with the same one are the same record. */
  static Map<Long, String> fingerprints(Connection connection, List<Entry.Kept> delivered)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(DELIVERED)) {
      select.setArray(1, array(connection, "bigint", delivered, k -> k.header().position()));
      select.setArray(
          2,
          array(
              connection,
              "text",
              delivered,
              k -> Instant.ofEpochMilli(k.header().atMillis()).toString()));
      select.setArray(3, array(connection, "text", delivered, Entry.Kept::content));
      return byPosition(select);
    }
  }

  private static Array array(
      Connection connection,
      String type,
      List<Entry.Kept> delivered,
      Function<Entry.Kept, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, delivered.stream().map(column).toArray());
  }

  private static Map<Long, String> byPosition(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      Map<Long, String> found = new HashMap<>();
      while (row.next()) {
        found.put(row.getLong(1), row.getString(2));
      }
      return found;
    }
  }

  void append(Connection connection, List<Entry.Kept> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    byte[] rows = rows(entries).getBytes(UTF_8);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      copy.writeToCopy(rows, 0, rows.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private String rows(List<Entry.Kept> entries) {
    String prefix = partition.incarnation() + "\t" + partition.partitionId() + "\t";
    var out = new StringBuilder(entries.size() * 600);
    for (Entry.Kept kept : entries) {
      Entry.Header header = kept.header();
      out.append(prefix).append(header.position()).append('\t').append(header.key()).append('\t');
      out.append(kept.recordType()).append('\t').append(header.valueType()).append('\t');
      out.append(header.intent()).append('\t');
      out.append(Instant.ofEpochMilli(header.atMillis())).append('\t');
      out.append(kept.instanceKey() == null ? "\\N" : kept.instanceKey()).append('\t');
      escape(kept.elementId() == null ? "\\N" : kept.elementId(), kept.elementId() != null, out);
      out.append('\t');
      escape(kept.content(), true, out);
      out.append('\n');
    }
    return out.toString();
  }

  private static void escape(String text, boolean needed, StringBuilder out) {
    if (!needed) {
      out.append(text);
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
  }
}
