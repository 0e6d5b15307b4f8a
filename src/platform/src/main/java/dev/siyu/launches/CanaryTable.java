package dev.siyu.launches;

import dev.siyu.launches.Launches.Audience;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every entry is held against: canaries without their drawings, which are large. */
@Component
class CanaryTable {

  private static final String COLUMNS =
      "SELECT id, process_id, audience, percent, tag, quiet_days, definition_key FROM launch ";
  private static final String TAKES =
      COLUMNS + "WHERE state IN ('CANARY', 'WIDENING') AND :message = ANY (messages)";
  private static final String BY_ID = COLUMNS + "WHERE id = :id AND definition_key IS NOT NULL";
  private static final String MESSAGES =
      "SELECT DISTINCT unnest(messages) FROM launch WHERE state IN ('CANARY', 'WIDENING')";

  /** A version that a part of the customers starts. */
  record Canary(
      long id,
      String processId,
      Audience audience,
      int percent,
      @Nullable String tag,
      List<LocalDate> quietDays,
      long definitionKey) {}

  private final JdbcClient jdbc;

  CanaryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The open one that takes customers from a start message. */
  Optional<Canary> takes(String message) {
    return jdbc.sql(TAKES).param("message", message).query(CanaryTable::row).optional();
  }

  /** Also one that has ended. */
  Optional<Canary> find(long id) {
    return jdbc.sql(BY_ID).param("id", id).query(CanaryTable::row).optional();
  }

  String xml(long id) {
    return jdbc.sql("SELECT xml FROM launch WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  Set<String> messages() {
    return Set.copyOf(jdbc.sql(MESSAGES).query(String.class).list());
  }

  private static Canary row(ResultSet row, int number) throws SQLException {
    var days = (Date[]) row.getArray("quiet_days").getArray();
    return new Canary(
        row.getLong("id"),
        row.getString("process_id"),
        Audience.valueOf(row.getString("audience")),
        row.getInt("percent"),
        row.getString("tag"),
        Arrays.stream(days).map(day -> day.toLocalDate()).toList(),
        row.getLong("definition_key"));
  }
}
