package dev.siyu.disputes;

import dev.siyu.disputes.Disputes.Evidence;
import dev.siyu.disputes.Disputes.Stance;
import dev.siyu.disputes.Disputes.Step;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timeline of a dispute, appended; what may happen once is noted once. */
@Component
class ActTable {

  private static final String ADD =
      """
      INSERT INTO dispute_act (dispute_id, act, department, person, text, stance, lines, links, at)
      VALUES (:id, :act, :department, :person, :text, :stance, :lines, :links, :now)
      ON CONFLICT (dispute_id, act) WHERE act <> 'ANSWERED' DO NOTHING
      """;
  private static final String LIST = "SELECT * FROM dispute_act WHERE dispute_id = :id ORDER BY id";
  private static final String SKUS =
      "SELECT DISTINCT sku_id FROM order_line WHERE source = :source AND order_id = :order";
  private static final Evidence NONE = new Evidence(List.of(), List.of());

  private final JdbcClient jdbc;

  ActTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What Siyu itself did; false when it was noted before. */
  boolean add(long id, String act, String text, Instant now) {
    return add(id, new Step(act, null, "siyu", text, null, NONE, now));
  }

  boolean add(long id, Step step) {
    return jdbc.sql(ADD)
            .param("id", id)
            .param("act", step.act())
            .param("department", step.department())
            .param("person", step.person())
            .param("text", step.text())
            .param("stance", name(step.stance()))
            .param("lines", step.evidence().lines().toArray(String[]::new))
            .param("links", step.evidence().links().toArray(String[]::new))
            .param("now", DisputeTable.sql(step.at()))
            .update()
        == 1;
  }

  List<Step> list(long id) {
    return jdbc.sql(LIST)
        .param("id", id)
        .query(
            (row, n) ->
                new Step(
                    row.getString("act"),
                    row.getString("department"),
                    row.getString("person"),
                    row.getString("text"),
                    row.getString("stance") == null
                        ? null
                        : Stance.valueOf(row.getString("stance")),
                    new Evidence(
                        List.of((String[]) row.getArray("lines").getArray()),
                        List.of((String[]) row.getArray("links").getArray())),
                    DisputeTable.moment(row, "at")))
        .list();
  }

  Set<String> skus(String source, String order) {
    return new HashSet<>(
        jdbc.sql(SKUS).param("source", source).param("order", order).query(String.class).list());
  }

  private static @Nullable String name(@Nullable Stance stance) {
    return stance == null ? null : stance.name();
  }
}
