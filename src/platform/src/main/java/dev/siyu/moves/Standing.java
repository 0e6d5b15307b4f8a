package dev.siyu.moves;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where runs stand, as the history shows it. */
@Component
class Standing {

  private static final String STEPS_ONLY =
      " AND element_type NOT IN ('PROCESS', 'SUB_PROCESS', 'EVENT_SUB_PROCESS',"
          + " 'MULTI_INSTANCE_BODY')";
  private static final String COUNTS =
      """
      SELECT element_id, count(DISTINCT instance_key) AS runs FROM history.element_instance
      WHERE definition_key = :definition AND state = 'ACTIVE'
      """
          + STEPS_ONLY
          + " GROUP BY element_id ORDER BY element_id";
  private static final String RUN =
      """
      SELECT key, state, customer_id, started_at, ended_at FROM history.process_instance
      WHERE key = :key
      """;
  private static final String AT =
      "SELECT DISTINCT element_id FROM history.element_instance WHERE instance_key = :key"
          + " AND state = 'ACTIVE'"
          + STEPS_ONLY
          + " ORDER BY 1";

  /** The steps that the end of the run ended; others were ended before it. */
  private static final String ENDED_AT =
      """
      SELECT element_id FROM history.element_instance e
      JOIN history.process_instance p ON p.key = e.instance_key
      WHERE e.instance_key = :key AND e.state = 'TERMINATED'
        AND e.ended_at >= p.ended_at - interval '2 seconds'
      """
          + STEPS_ONLY
          + " ORDER BY e.key DESC";

  private static final String VARIABLES =
      "SELECT name, value FROM history.variable WHERE scope_key = :scope";
  private static final String SCOPES =
      """
      SELECT DISTINCT ON (element_id) element_id, key FROM history.element_instance
      WHERE instance_key = :key AND element_type = 'SUB_PROCESS' ORDER BY element_id, key DESC
      """;

  /**
   * A run.
   *
   * @param state ACTIVE, COMPLETED or TERMINATED
   */
  record Seen(
      long key,
      String state,
      @Nullable String customerId,
      Instant startedAt,
      @Nullable Instant endedAt) {}

  private final JdbcClient jdbc;

  Standing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, Long> counts(long definition) {
    var counts = new LinkedHashMap<String, Long>();
    jdbc.sql(COUNTS)
        .param("definition", definition)
        .query((row, n) -> Map.entry(row.getString("element_id"), row.getLong("runs")))
        .list()
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return counts;
  }

  Optional<Seen> run(long key) {
    return jdbc.sql(RUN).param("key", key).query(Standing::seen).optional();
  }

  List<String> at(long key) {
    return jdbc.sql(AT).param("key", key).query(String.class).list();
  }

  /**
   * Where a cancelled run stood at its end.
   *
   * @param before steps it stood at before it was cancelled; as many it stands at in the end
   */
  List<String> endedAt(long key, int before) {
    var ended = jdbc.sql(ENDED_AT).param("key", key).query(String.class).list();
    return ended.stream().limit(Math.max(1, before)).sorted().toList();
  }

  /** JSON text by name, of one scope. */
  Map<String, String> variables(long scope) {
    return jdbc
        .sql(VARIABLES)
        .param("scope", scope)
        .query((row, n) -> Map.entry(row.getString("name"), row.getString("value")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Key of each sub-process the run is or was in, by element; the latest one. */
  Map<String, Long> scopes(long key) {
    return jdbc
        .sql(SCOPES)
        .param("key", key)
        .query((row, n) -> Map.entry(row.getString("element_id"), row.getLong("key")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Seen seen(ResultSet row, int number) throws SQLException {
    var ended = row.getTimestamp("ended_at");
    return new Seen(
        row.getLong("key"),
        row.getString("state"),
        row.getString("customer_id"),
        row.getTimestamp("started_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
