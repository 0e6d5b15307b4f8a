package dev.siyu.history;

import dev.siyu.history.HistoryViews.Diagram;
import dev.siyu.history.HistoryViews.ElementCount;
import dev.siyu.history.HistoryViews.Journey;
import dev.siyu.history.HistoryViews.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drawings and their counters. */
@Repository
class DefinitionReads {

  private static final String VERSIONS =
      """
      select d.process_id, d.version, d.key, d.deployed_at,
        coalesce(sum(c.active), 0) as active, coalesce(sum(c.completed), 0) as completed,
        coalesce(sum(c.terminated), 0) as terminated,
        (select count(*) from history.incident i
          where i.definition_key = d.key and i.resolved_at is null) as incidents
      from history.process_definition d
      left join history.element_counter c
        on c.definition_key = d.key and c.element_id = d.process_id
      group by d.key order by d.process_id, d.version desc
      """;

  private static final String DIAGRAM =
      """
      select process_id, version, key, xml from history.process_definition
      where process_id = :process and (:version::int is null or version = :version)
      order by version desc limit 1
      """;

  private static final String COUNTS =
      """
      with chosen as (
        select key from history.process_definition
        where process_id = :process and (:version::int is null or version = :version)
      ), stuck as (
        select element_id, count(*) as incidents from history.incident
        where resolved_at is null and definition_key in (select key from chosen)
        group by element_id
      ), counted as (
        select element_id, sum(active) as active, sum(completed) as completed,
          sum(terminated) as terminated
        from history.element_counter
        where definition_key in (select key from chosen) and element_id <> :process
        group by element_id
      )
      select element_id, coalesce(active, 0), coalesce(completed, 0), coalesce(terminated, 0),
        coalesce(incidents, 0)
      from counted full join stuck using (element_id) order by element_id
      """;

  private static final String XML = "select xml from history.process_definition where key = :key";

  private final JdbcClient jdbc;
  private final Map<Long, String> names = new ConcurrentHashMap<>();

  DefinitionReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Journey> journeys() {
    Map<String, List<Row>> byProcess = new LinkedHashMap<>();
    for (Row row : jdbc.sql(VERSIONS).query((rs, n) -> row(rs)).list()) {
      byProcess.computeIfAbsent(row.processId, id -> new ArrayList<>()).add(row);
    }
    return byProcess.values().stream().map(this::journey).toList();
  }

  private Journey journey(List<Row> rows) {
    Row latest = rows.getFirst();
    return new Journey(
        latest.processId,
        name(latest.version.definitionKey(), latest.processId),
        latest.version.version(),
        rows.stream().map(Row::version).toList(),
        rows.stream().mapToLong(Row::active).sum(),
        rows.stream().mapToLong(Row::completed).sum(),
        rows.stream().mapToLong(Row::terminated).sum(),
        rows.stream().mapToLong(Row::incidents).sum());
  }

  private record Row(
      String processId,
      Version version,
      long active,
      long completed,
      long terminated,
      long incidents) {}

  private static Row row(ResultSet rs) throws SQLException {
    Instant deployedAt = rs.getTimestamp("deployed_at").toInstant();
    return new Row(
        rs.getString("process_id"),
        new Version(rs.getInt("version"), rs.getLong("key"), deployedAt),
        rs.getLong("active"),
        rs.getLong("completed"),
        rs.getLong("terminated"),
        rs.getLong("incidents"));
  }

  Optional<Diagram> diagram(String processId, @Nullable Integer version) {
    return jdbc.sql(DIAGRAM)
        .param("process", processId)
        .param("version", version)
        .query(
            (rs, n) -> new Diagram(rs.getString(1), rs.getInt(2), rs.getLong(3), rs.getString(4)))
        .optional();
  }

  List<ElementCount> counts(String processId, @Nullable Integer version) {
    return jdbc.sql(COUNTS)
        .param("process", processId)
        .param("version", version)
        .query(
            (rs, n) ->
                new ElementCount(
                    rs.getString(1), rs.getLong(2), rs.getLong(3), rs.getLong(4), rs.getLong(5)))
        .list();
  }

  /** The drawing's own name; a deployed drawing never changes, so it is read once. */
  String name(long definitionKey, String processId) {
    String known = names.get(definitionKey);
    if (known != null) {
      return known;
    }
    Optional<String> xml = jdbc.sql(XML).param("key", definitionKey).query(String.class).optional();
    String name = xml.map(text -> DrawingName.of(text, processId)).orElse(processId);
    xml.ifPresent(text -> names.put(definitionKey, name));
    return name;
  }
}
