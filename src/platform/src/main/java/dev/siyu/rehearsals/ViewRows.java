package dev.siyu.rehearsals;

import dev.siyu.rehearsals.Rehearsals.State;
import dev.siyu.rehearsals.Rehearsals.Summary;
import dev.siyu.rehearsals.Rehearsals.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row as people see it; the summary comes out of the report. */
record ViewRows(JsonMapper json) implements RowMapper<View> {

  @Override
  public View mapRow(ResultSet row, int n) throws SQLException {
    var scenario = json.readValue(row.getString("scenario"), Scenario.class);
    Long pair = row.getObject("pair", Long.class);
    long total = row.getLong("total");
    var state = State.valueOf(row.getString("state"));
    return new View(
        row.getLong("id"),
        row.getString("process_id"),
        row.getString("drawing_hash"),
        row.getString("label"),
        pair,
        scenario,
        row.getString("scenario_hash"),
        state,
        row.getString("asked_by"),
        Objects.requireNonNull(instant(row, "asked_at")),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getString("phase"),
        instant(row, "played_at"),
        state == State.DONE ? 100 : total == 0 ? 0 : (int) (99 * row.getLong("sent") / total),
        row.getString("reason"),
        summary(row, scenario));
  }

  private @Nullable Summary summary(ResultSet row, Scenario scenario) throws SQLException {
    String text = row.getString("summary");
    if (text == null) {
      return null;
    }
    JsonNode says = json.readTree(text);
    return new Summary(
        row.getLong("id"),
        row.getString("process_id"),
        row.getString("drawing_hash"),
        row.getString("label"),
        scenario,
        Objects.requireNonNull(instant(row, "ended_at")),
        says.path("touchesHash").asString(""),
        says.path("customers").asLong(),
        says.path("touches").asLong(),
        says.path("refused").asLong(),
        says.path("orders").asLong(),
        says.path("paidCents").asLong(),
        says.path("refundedCents").asLong(),
        says.path("coverage").asInt(),
        says.path("neverTaken").asInt(),
        says.path("deadEnds").asInt(),
        says.path("incidents").asInt(),
        says.path("overCaps").asInt());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
