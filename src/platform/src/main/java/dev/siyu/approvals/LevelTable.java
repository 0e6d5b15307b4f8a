package dev.siyu.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The levels of every request. */
@Component
class LevelTable {

  private static final String LIMITED =
      """
      UPDATE approval_request
         SET who = :who, limits_version = :version, limits_reason = :reason
       WHERE id = :id AND who IS NULL
      """;
  private static final String ADD =
      """
      INSERT INTO approval_level (request_id, number, groups, hours, needed)
      VALUES (:id, :number, :groups, :hours, :needed)
      ON CONFLICT (request_id, number) DO NOTHING
      """;
  private static final String OF =
      "SELECT * FROM approval_level WHERE request_id = :id ORDER BY number";
  private static final String SIGNED =
      """
      UPDATE approval_level SET signed = ARRAY(SELECT DISTINCT unnest(signed || :groups::text[]))
       WHERE request_id = :id AND number = :number
      """;
  private static final String OPEN =
      """
      UPDATE approval_level
         SET opened_at = coalesce(opened_at, :now), remind_at = :remindAt, deadline = :deadline,
             ended_at = NULL
       WHERE request_id = :id AND number = :number
      """;
  private static final String END =
      """
      UPDATE approval_level SET ended_at = :now
       WHERE request_id = :id AND number <> :except AND opened_at IS NOT NULL AND ended_at IS NULL
      """;
  private static final String REMINDED =
      """
      UPDATE approval_level SET reminded = reminded + 1
       WHERE request_id = :id AND number = :number
      RETURNING reminded
      """;
  private static final String REASON =
      "SELECT coalesce(limits_reason, '') FROM approval_request WHERE id = :id";

  /** A level with what became of it. */
  record Row(
      int number,
      List<String> groups,
      int hours,
      boolean needed,
      List<String> signed,
      @Nullable Instant openedAt,
      @Nullable Instant deadline,
      @Nullable Instant endedAt) {}

  private final JdbcClient jdbc;

  LevelTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the limits were read before. */
  boolean limited(long id, Limit limit, int version) {
    return jdbc.sql(LIMITED)
            .param("id", id)
            .param("who", limit.who().name())
            .param("version", version)
            .param("reason", limit.reason())
            .update()
        == 1;
  }

  String reason(long id) {
    return jdbc.sql(REASON).param("id", id).query(String.class).single();
  }

  void add(long id, List<SigningPlan.Level> levels) {
    for (int number = 0; number < levels.size(); number++) {
      var level = levels.get(number);
      jdbc.sql(ADD)
          .param("id", id)
          .param("number", number)
          .param("groups", level.groups().toArray(String[]::new))
          .param("hours", level.hours())
          .param("needed", level.needed())
          .update();
    }
  }

  List<Row> of(long id) {
    return jdbc.sql(OF).param("id", id).query((row, n) -> row(row)).list();
  }

  /** The level people decide on now. */
  Optional<Row> open(long id) {
    return of(id).stream()
        .filter(level -> level.openedAt() != null && level.endedAt() == null)
        .findFirst();
  }

  void signed(long id, int number, List<String> groups) {
    jdbc.sql(SIGNED)
        .param("id", id)
        .param("number", number)
        .param("groups", groups.toArray(String[]::new))
        .update();
  }

  void open(long id, int number, Instant now, Instant remindAt, Instant deadline) {
    jdbc.sql(END).param("id", id).param("except", number).param("now", at(now)).update();
    jdbc.sql(OPEN)
        .param("id", id)
        .param("number", number)
        .param("now", at(now))
        .param("remindAt", at(remindAt))
        .param("deadline", at(deadline))
        .update();
  }

  void endAll(long id, Instant now) {
    jdbc.sql(END).param("id", id).param("except", -1).param("now", at(now)).update();
  }

  int reminded(long id, int number) {
    return jdbc.sql(REMINDED).param("id", id).param("number", number).query(Integer.class).single();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getInt("number"),
        List.of((String[]) row.getArray("groups").getArray()),
        row.getInt("hours"),
        row.getBoolean("needed"),
        List.of((String[]) row.getArray("signed").getArray()),
        instant(row, "opened_at"),
        instant(row, "deadline"),
        instant(row, "ended_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
