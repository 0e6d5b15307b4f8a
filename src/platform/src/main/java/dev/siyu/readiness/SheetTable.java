package dev.siyu.readiness;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The assessments. The only place that changes the state of one. */
@Component
class SheetTable {

  private static final String LINES =
      "SELECT * FROM readiness_check ORDER BY version DESC LIMIT 100";
  private static final String OPEN_ONE =
      """
      INSERT INTO readiness_check (version, programme, opened_by, opened_at, estimate_frequency,
        estimate_margin_bp, estimate_source)
      SELECT coalesce(max(version), 0) + 1, :programme, :actor, :now,
        (SELECT estimate_frequency FROM readiness_check ORDER BY version DESC LIMIT 1),
        (SELECT estimate_margin_bp FROM readiness_check ORDER BY version DESC LIMIT 1),
        coalesce((SELECT estimate_source FROM readiness_check ORDER BY version DESC LIMIT 1), '')
      FROM readiness_check
      HAVING NOT EXISTS (SELECT FROM readiness_check WHERE state IN ('FILLING', 'FILLED', 'ASKED'))
      ON CONFLICT DO NOTHING RETURNING version
      """;
  private static final String OWNER =
      """
      INSERT INTO readiness_owner (version, section, staff_user_id) VALUES (:version, :section, :owner)
      """;

  /** The next version begins with what was said in the one before. */
  private static final String COPY =
      """
      INSERT INTO readiness_answer (version, question, score, evidence, answered_by, answered_at)
      SELECT :version, question, score, evidence, answered_by, answered_at
      FROM readiness_answer WHERE version = :version - 1
      """;

  /** The revision guards against what the person did not see. */
  private static final String MOVE =
      """
      UPDATE readiness_check SET state = :to, revision = revision + 1
      WHERE version = :version AND state = ANY (:from)
        AND (CAST(:revision AS integer) IS NULL OR revision = :revision)
      RETURNING revision
      """;

  private static final String ANSWER =
      """
      INSERT INTO readiness_answer (version, question, score, evidence, answered_by, answered_at)
      VALUES (:version, :question, :score, :evidence, :actor, :now)
      ON CONFLICT (version, question) DO UPDATE SET score = excluded.score,
        evidence = excluded.evidence, answered_by = excluded.answered_by,
        answered_at = excluded.answered_at
      """;
  private static final String ESTIMATE =
      """
      UPDATE readiness_check SET estimate_frequency = :frequency, estimate_margin_bp = :margin,
        estimate_source = :source
      WHERE version = :version
      """;
  private static final String CONCLUDED =
      "UPDATE readiness_check SET conclusion = CAST(:json AS jsonb) WHERE version = :version";
  private static final String ASKED =
      "UPDATE readiness_check SET approval = :approval WHERE version = :version";
  private static final String DECIDED =
      """
      UPDATE readiness_check SET decision = :ending, deciders = :deciders, decision_reason = :reason,
        decided_at = :now
      WHERE version = :version
      """;
  private static final String ACT =
      """
      INSERT INTO readiness_act (version, action, actor, at, note)
      VALUES (:version, :action, :actor, :now, :note)
      """;

  /** A job that is tried again comes within minutes, the next reminder after days. */
  private static final String REMIND =
      """
      INSERT INTO readiness_act (version, action, actor, at)
      SELECT :version, 'REMINDED', 'siyu', :now WHERE NOT EXISTS (SELECT FROM readiness_act
        WHERE version = :version AND action = 'REMINDED'
          AND at > CAST(:now AS timestamptz) - interval '1 hour')
      """;

  private static final String REMINDED =
      """
      SELECT count(*) FROM readiness_act WHERE version = :version AND action = 'REMINDED'
        AND id > coalesce((SELECT max(id) FROM readiness_act
          WHERE version = :version AND action = 'SUBMITTED'), 0)
      """;
  private static final String DEPARTMENTS =
      """
      SELECT DISTINCT p.department FROM readiness_answer a JOIN person p ON p.name = a.answered_by
      WHERE a.version = :version AND p.department <> '' ORDER BY 1
      """;
  private static final String SIGNED =
      """
      SELECT conclusion ->> 'quadrant' FROM readiness_check
      WHERE state IN ('GO', 'CONDITIONS') ORDER BY version DESC LIMIT 1
      """;

  private final JdbcClient jdbc;

  SheetTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Readiness.Line> lines() {
    return jdbc.sql(LINES)
        .query(
            (row, n) ->
                new Readiness.Line(
                    row.getInt("version"),
                    row.getString("programme"),
                    State.valueOf(row.getString("state")),
                    row.getString("opened_by"),
                    row.getObject("opened_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Empty when another one is open. */
  Optional<Integer> open(String programme, Map<Section, String> owners, String actor, Instant now) {
    var version =
        jdbc.sql(OPEN_ONE)
            .param("programme", programme)
            .param("actor", actor)
            .param("now", utc(now))
            .query(Integer.class)
            .optional();
    version.ifPresent(
        fresh -> {
          jdbc.sql(COPY).param("version", fresh).update();
          owners.forEach(
              (section, owner) ->
                  jdbc.sql(OWNER)
                      .param("version", fresh)
                      .param("section", section.name())
                      .param("owner", owner)
                      .update());
        });
    return version;
  }

  /** Empty when it is in another state, or another revision than seen. */
  Optional<Integer> move(int version, List<State> from, State to, @Nullable Integer revision) {
    return jdbc.sql(MOVE)
        .param("version", version)
        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
        .param("to", to.name())
        .param("revision", revision, Types.INTEGER)
        .query(Integer.class)
        .optional();
  }

  void answer(int version, Readiness.Said said, String actor, Instant now) {
    jdbc.sql(ANSWER)
        .param("version", version)
        .param("question", said.question())
        .param("score", said.score())
        .param("evidence", said.evidence())
        .param("actor", actor)
        .param("now", utc(now))
        .update();
  }

  void estimate(int version, Figures.Estimate estimate) {
    jdbc.sql(ESTIMATE)
        .param("version", version)
        .param("frequency", estimate.frequency(), Types.INTEGER)
        .param("margin", estimate.marginBp(), Types.INTEGER)
        .param("source", estimate.source())
        .update();
  }

  void concluded(int version, String json) {
    jdbc.sql(CONCLUDED).param("version", version).param("json", json).update();
  }

  void asked(int version, String approval) {
    jdbc.sql(ASKED).param("version", version).param("approval", approval).update();
  }

  void decided(int version, Sheet.Decision decision) {
    jdbc.sql(DECIDED)
        .param("version", version)
        .param("ending", decision.ending())
        .param("deciders", decision.deciders().toArray(String[]::new))
        .param("reason", decision.reason())
        .param("now", utc(decision.at()))
        .update();
  }

  void act(int version, String action, String actor, Instant now, String note) {
    jdbc.sql(ACT)
        .param("version", version)
        .param("action", action)
        .param("actor", actor)
        .param("now", utc(now))
        .param("note", note)
        .update();
  }

  /** Notes a reminder, once an hour; answers how many since it was filled in last. */
  int remind(int version, Instant now) {
    jdbc.sql(REMIND).param("version", version).param("now", utc(now)).update();
    return jdbc.sql(REMINDED).param("version", version).query(Integer.class).single();
  }

  /** Who gave evidence signs for it. */
  List<String> departments(int version) {
    return jdbc.sql(DEPARTMENTS).param("version", version).query(String.class).list();
  }

  /** Of the newest assessment that was signed as worth doing. */
  Optional<Quadrant> signedQuadrant() {
    return jdbc.sql(SIGNED).query(String.class).optional().map(Quadrant::valueOf);
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
