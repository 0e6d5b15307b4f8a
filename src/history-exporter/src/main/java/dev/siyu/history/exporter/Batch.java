package dev.siyu.history.exporter;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One transaction: the position, the records, what they change. */
record Batch(PartitionLog partition, long from, long to, long atMillis) {

  /** Writes and commits; throws with nothing committed, or with a broken connection. */
  void write(Connection connection, List<Entry> entries) throws SQLException {
    try {
      partition.advance(connection, from, to, atMillis);
      add(connection, entries);
      connection.commit();
    } catch (SQLException e) {
      if (!isAboutContent(e)) {
        throw e;
      }
      connection.rollback();
      writeOneByOne(connection, entries);
    }
  }

  private void writeOneByOne(Connection connection, List<Entry> entries) throws SQLException {
    partition.advance(connection, from, to, atMillis);
    for (Entry entry : entries) {
      Savepoint before = connection.setSavepoint();
      try {
        add(connection, List.of(entry));
        connection.releaseSavepoint(before);
      } catch (SQLException e) {
        if (!isAboutContent(e)) {
          throw e;
        }
        connection.rollback(before);
        quarantine(connection, entry, "refused by PostgreSQL: " + e.getMessage());
      }
    }
    connection.commit();
  }

  private void add(Connection connection, List<Entry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    List<Entry.Kept> fresh = fresh(connection, entries);
    new RecordTable(partition).append(connection, fresh);
    var projections = new Projections(partition.partitionId());
    fresh.forEach(kept -> kept.changes().forEach(change -> change.mergeInto(projections)));
    projections.write(connection);
  }

  /** A record that is stored already was projected in the same transaction: it changes nothing. */
  private List<Entry.Kept> fresh(Connection connection, List<Entry> entries) throws SQLException {
    Map<Long, String> stored =
        new RecordTable(partition)
            .fingerprints(
                connection,
                entries.getFirst().header().position(),
                entries.getLast().header().position());
    Map<Long, String> delivered = delivered(connection, entries, stored);
    List<Entry.Kept> fresh = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      String known = stored.get(entry.header().position());
      if (entry instanceof Entry.Poisoned poisoned) {
        quarantine(connection, poisoned, poisoned.reason());
      } else if (entry instanceof Entry.Kept kept && known == null) {
        fresh.add(kept);
      } else if (entry instanceof Entry.Kept kept
          && !Objects.equals(known, delivered.get(kept.header().position()))) {
        quarantine(connection, kept, "differs from the record stored at this position");
      }
    }
    return fresh;
  }

  private static Map<Long, String> delivered(
      Connection connection, List<Entry> entries, Map<Long, String> stored) throws SQLException {
    List<Entry.Kept> again =
        entries.stream()
            .filter(Entry.Kept.class::isInstance)
            .map(Entry.Kept.class::cast)
            .filter(kept -> stored.containsKey(kept.header().position()))
            .toList();
    return again.isEmpty() ? Map.of() : RecordTable.fingerprints(connection, again);
  }

  private void quarantine(Connection connection, Entry entry, String reason) throws SQLException {
    new Quarantine(partition).add(connection, entry, reason);
  }

  // SQLSTATE 22 data exception, 23 constraint violation, 54 program limit: no retry helps.
  private static boolean isAboutContent(SQLException e) {
    String state = e.getSQLState();
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
  }
}
