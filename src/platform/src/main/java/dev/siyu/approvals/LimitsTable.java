package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalLimits.Rules;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every version of the limits. */
@Component
class LimitsTable {

  private static final String ALL =
      "SELECT * FROM approval_limits ORDER BY version DESC LIMIT :limit";
  private static final String NEWEST = "SELECT coalesce(max(version), 0) FROM approval_limits";
  private static final String ADD =
      """
      INSERT INTO approval_limits (version, xml, source, actor, comment, deployed_at)
      VALUES (:version, :xml, :source, :actor, :comment, :now)
      """;

  private final JdbcClient jdbc;

  LimitsTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int newest() {
    return jdbc.sql(NEWEST).query(Integer.class).single();
  }

  Optional<Rules> latest() {
    return list(1).stream().findFirst();
  }

  List<Rules> list(int limit) {
    return jdbc.sql(ALL)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Rules(
                    row.getInt("version"),
                    row.getString("xml"),
                    row.getString("source"),
                    row.getString("actor"),
                    row.getString("comment"),
                    row.getObject("deployed_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** In the caller's transaction; two at once: the second fails. */
  Rules add(String xml, String source, String actor, @Nullable String comment, Instant now) {
    var rules = new Rules(newest() + 1, xml, source, actor, comment, now);
    jdbc.sql(ADD)
        .param("version", rules.version())
        .param("xml", xml)
        .param("source", source)
        .param("actor", actor)
        .param("comment", comment, java.sql.Types.VARCHAR)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    return rules;
  }
}
