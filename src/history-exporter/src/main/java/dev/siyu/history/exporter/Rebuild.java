package dev.siyu.history.exporter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.protocol.jackson.ZeebeProtocolModule;
import io.camunda.zeebe.protocol.record.Record;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Empties the projections and fills them from the audit, with the handlers the exporter uses, in
 * one transaction. A running exporter waits for it and then goes on.
 */
public final class Rebuild {

  private static final int BATCH = 5_000;

  private static final String HOLD_EXPORTERS =
      "lock table history.exporter_position in exclusive mode";

  private static final String RECORDS =
      """
      select partition_id, position, key, (extract(epoch from at) * 1000)::bigint as at, record_type,
        value_type, intent, value
      from history.record
      where incarnation = (select max(incarnation) from history.incarnation)
      order by partition_id, position
      """;

  // The form the protocol's own JSON reader expects.
  private static final String STORED =
      """
      {"partitionId":%d,"position":%d,"key":%d,"timestamp":%d,"recordType":"%s","valueType":"%s",\
      "intent":"%s","value":%s}""";

  private static final ObjectMapper JSON =
      new ObjectMapper().registerModule(new ZeebeProtocolModule());

  private Rebuild() {}

  /** Arguments: JDBC url, user; the password comes from the environment variable PGPASSWORD. */
  public static void main(String[] arguments) throws SQLException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("arguments: (expected: jdbc:postgresql://... user)");
    }
    String password = System.getenv().getOrDefault("PGPASSWORD", "");
    var settings =
        ExporterSettings.from(
            Map.of(
                "url",
                arguments[0],
                "user",
                arguments[1],
                "password",
                password,
                "socketTimeout",
                "PT10M"));
    System.out.println("Rebuilt the projections from " + run(settings) + " records");
  }

  /** Returns the number of records read. */
  static long run(ExporterSettings settings) throws SQLException {
    try (Connection connection = Connections.open(settings);
        Statement statement = connection.createStatement()) {
      statement.execute(HOLD_EXPORTERS);
      statement.execute(PartitionLog.EMPTY_PROJECTIONS);
      long records = fill(connection);
      connection.commit();
      return records;
    }
  }

  private static long fill(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(RECORDS)) {
      select.setFetchSize(BATCH);
      try (ResultSet row = select.executeQuery()) {
        long records = 0;
        int partition = -1;
        var projections = new Projections(partition);
        while (row.next()) {
          if (row.getInt("partition_id") != partition || records % BATCH == 0) {
            projections.write(connection);
            partition = row.getInt("partition_id");
            projections = new Projections(partition);
          }
          merge(row, projections);
          records++;
        }
        projections.write(connection);
        return records;
      }
    }
  }

  private static void merge(ResultSet row, Projections projections) throws SQLException {
    String json =
        STORED.formatted(
            row.getInt("partition_id"),
            row.getLong("position"),
            row.getLong("key"),
            row.getLong("at"),
            row.getString("record_type"),
            row.getString("value_type"),
            row.getString("intent"),
            row.getString("value"));
    try {
      Record<?> record = JSON.readValue(json, new TypeReference<Record<?>>() {});
      Intake.changes(record).forEach(change -> change.mergeInto(projections));
    } catch (JsonProcessingException e) {
      throw new SQLException("record " + row.getLong("position") + " cannot be read again", e);
    }
  }
}
