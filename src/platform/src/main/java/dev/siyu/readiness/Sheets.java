package dev.siyu.readiness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads whole assessments. */
@Component
class Sheets {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** What is kept of the moment the conclusion was worked out. */
  record Kept(
      Figures figures,
      Quadrant quadrant,
      Scores scores,
      State verdict,
      String reason,
      java.time.Instant at) {

    String json() {
      return JSON.writeValueAsString(this);
    }
  }

  private final JdbcClient jdbc;
  private final GapTable gaps;
  private final FiguresTable figures;
  private final ReadinessSettings limits;
  private final Clock clock;

  Sheets(
      JdbcClient jdbc, GapTable gaps, FiguresTable figures, ReadinessSettings limits, Clock clock) {
    this.jdbc = jdbc;
    this.gaps = gaps;
    this.figures = figures;
    this.limits = limits;
    this.clock = clock;
  }

  Optional<Sheet> find(int version) {
    return jdbc.sql("SELECT * FROM readiness_check WHERE version = :version")
        .param("version", version)
        .query((row, n) -> sheet(row))
        .optional();
  }

  private Sheet sheet(ResultSet row) throws SQLException {
    int version = row.getInt("version");
    var estimate =
        new Figures.Estimate(
            row.getObject("estimate_frequency", Integer.class),
            row.getObject("estimate_margin_bp", Integer.class),
            row.getString("estimate_source"));
    var state = State.valueOf(row.getString("state"));
    var json = row.getString("conclusion");
    var kept = json == null || state == State.FILLING ? null : JSON.readValue(json, Kept.class);
    var seen =
        kept == null
            ? figures.at(clock.instant()).or(estimate, limits.historyDays())
            : kept.figures();
    return new Sheet(
        version,
        row.getString("programme"),
        state,
        row.getInt("revision"),
        row.getString("opened_by"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        owners(version),
        estimate,
        answers(version),
        gaps.of(version),
        seen,
        kept == null
            ? null
            : new Sheet.Conclusion(
                kept.quadrant(), kept.scores(), kept.verdict(), kept.reason(), kept.at()),
        decision(row));
  }

  private static Sheet.@Nullable Decision decision(ResultSet row) throws SQLException {
    var ending = row.getString("decision");
    return ending == null
        ? null
        : new Sheet.Decision(
            ending,
            Arrays.asList((String[]) row.getArray("deciders").getArray()),
            row.getString("decision_reason"),
            row.getObject("decided_at", OffsetDateTime.class).toInstant());
  }

  private Map<Section, String> owners(int version) {
    var found = new EnumMap<Section, String>(Section.class);
    jdbc.sql("SELECT section, staff_user_id FROM readiness_owner WHERE version = :version")
        .param("version", version)
        .query(
            row -> {
              found.put(Section.valueOf(row.getString("section")), row.getString("staff_user_id"));
            });
    return found;
  }

  private Map<String, Sheet.Answer> answers(int version) {
    var found = new HashMap<String, Sheet.Answer>();
    jdbc.sql("SELECT * FROM readiness_answer WHERE version = :version")
        .param("version", version)
        .query(
            row -> {
              found.put(
                  row.getString("question"),
                  new Sheet.Answer(
                      row.getInt("score"),
                      row.getString("evidence"),
                      row.getString("answered_by"),
                      row.getObject("answered_at", OffsetDateTime.class).toInstant()));
            });
    return found;
  }

  /** The version of a correlation key such as r3. */
  static int version(String key) {
    return Integer.parseInt(key.substring(1));
  }

  static String key(int version) {
    return "r" + version;
  }

  static List<State> open() {
    return List.of(State.FILLING, State.FILLED, State.ASKED);
  }
}
