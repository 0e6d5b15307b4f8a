package dev.siyu.layers;

import dev.siyu.layers.LayerDesk.Rules;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every version of the decision table. */
@Component
class RulesTable {

  private static final String ALL = "SELECT * FROM layer_rules ORDER BY version DESC LIMIT :limit";
  private static final String NEWEST = "SELECT coalesce(max(version), 0) FROM layer_rules";
  private static final String ADD =
      """
      INSERT INTO layer_rules (version, xml, source, actor, comment, deployed_at)
      VALUES (:version, :xml, :source, :actor, :comment, :now)
      """;
  private static final String EVERYBODY_IS_DUE = "UPDATE customer_layer SET due_at = :now";

  private final JdbcClient jdbc;

  RulesTable(JdbcClient jdbc) {
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
    jdbc.sql(EVERYBODY_IS_DUE).param("now", now.atOffset(ZoneOffset.UTC)).update();
    return rules;
  }
}
