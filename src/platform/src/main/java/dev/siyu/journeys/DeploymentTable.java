package dev.siyu.journeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was deployed, when and by whom; rows are only added. */
@Component
final class DeploymentTable {

  private static final String ADD =
      """
      INSERT INTO drawing_deployment
        (process_id, version, definition_key, checksum, source, xml, comment, actor, at, live)
      VALUES (:processId, :version, :definitionKey, :checksum, :source, :xml, :comment, :actor, :at,
        :live)
      """;
  private static final String LATEST =
      """
      SELECT process_id, version, definition_key, checksum, source, xml, actor
      FROM drawing_deployment WHERE process_id = :processId AND live
      ORDER BY id DESC LIMIT 1
      """;
  private static final String SHIPPED_BEFORE =
      """
      SELECT EXISTS (SELECT 1 FROM drawing_deployment
        WHERE process_id = :processId AND checksum = :checksum AND source = 'SHIPPED')
      """;
  private static final String VERSIONS =
      """
      SELECT version, source, actor, comment, at
      FROM drawing_deployment WHERE process_id = :processId ORDER BY id DESC LIMIT 500
      """;
  private static final String CHANGED =
      """
      SELECT process_id FROM (SELECT DISTINCT ON (process_id) process_id, source
        FROM drawing_deployment ORDER BY process_id, id DESC) latest
      WHERE source = 'CONSOLE' ORDER BY process_id
      """;
  private static final String OF_VERSION =
      """
      SELECT xml FROM drawing_deployment
      WHERE process_id = :processId AND version = :version ORDER BY id DESC LIMIT 1
      """;

  enum Source {
    SHIPPED,
    CONSOLE
  }

  record Row(
      String processId,
      int version,
      long definitionKey,
      String checksum,
      Source source,
      String xml,
      String actor) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  DeploymentTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(Row row, @Nullable String comment) {
    add(row, comment, true);
  }

  /** A version that customers do not start by themselves. */
  void addCandidate(Row row, @Nullable String comment) {
    add(row, comment, false);
  }

  private void add(Row row, @Nullable String comment, boolean live) {
    jdbc.sql(ADD)
        .param("live", live)
        .param("processId", row.processId())
        .param("version", row.version())
        .param("definitionKey", row.definitionKey())
        .param("checksum", row.checksum())
        .param("source", row.source().name())
        .param("xml", row.xml())
        .param("comment", comment)
        .param("actor", row.actor())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Row> latest(String processId) {
    return jdbc.sql(LATEST).param("processId", processId).query(DeploymentTable::row).optional();
  }

  List<JourneyStudio.Version> versions(String processId) {
    return jdbc.sql(VERSIONS)
        .param("processId", processId)
        .query(
            (row, n) ->
                new JourneyStudio.Version(
                    row.getInt("version"),
                    row.getString("source"),
                    row.getString("actor"),
                    row.getString("comment"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  List<String> changed() {
    return jdbc.sql(CHANGED).query(String.class).list();
  }

  Optional<String> drawing(String processId, int version) {
    return jdbc.sql(OF_VERSION)
        .param("processId", processId)
        .param("version", version)
        .query(String.class)
        .optional();
  }

  /** True when this very drawing came with the product before. */
  boolean shippedBefore(String processId, String checksum) {
    return jdbc.sql(SHIPPED_BEFORE)
        .param("processId", processId)
        .param("checksum", checksum)
        .query(Boolean.class)
        .single();
  }

  private static Row row(ResultSet rows, int number) throws SQLException {
    return new Row(
        rows.getString("process_id"),
        rows.getInt("version"),
        rows.getLong("definition_key"),
        rows.getString("checksum"),
        Source.valueOf(rows.getString("source")),
        rows.getString("xml"),
        rows.getString("actor"));
  }
}
