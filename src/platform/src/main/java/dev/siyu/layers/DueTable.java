package dev.siyu.layers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose orders changed since their layer was decided; written with the order itself. */
@Component
class DueTable {

  // A refund is remembered over what follows it: it may end a membership of the core circle.
  private static final String MARK =
      """
      INSERT INTO layer_due (customer_id, cause, at) VALUES (:id, :cause, :now)
      ON CONFLICT (customer_id) DO UPDATE SET cause = CASE
        WHEN 'REFUND' IN (layer_due.cause, excluded.cause) THEN 'REFUND'
        WHEN 'MERGE' IN (layer_due.cause, excluded.cause) THEN 'MERGE'
        ELSE 'ORDER' END
      """;
  private static final String ANY = "SELECT EXISTS (SELECT 1 FROM layer_due)";
  private static final String OLDEST =
      "SELECT customer_id FROM layer_due ORDER BY at, customer_id LIMIT :limit";
  private static final String TAKE =
      "DELETE FROM layer_due WHERE customer_id = ANY (:ids) RETURNING customer_id, cause";
  private static final String FORGET = "DELETE FROM layer_due WHERE customer_id = :id";

  private final JdbcClient jdbc;

  DueTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void mark(String id, Cause cause, Instant now) {
    jdbc.sql(MARK)
        .param("id", id)
        .param("cause", cause.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean any() {
    return jdbc.sql(ANY).query(Boolean.class).single();
  }

  List<String> oldest(int limit) {
    return jdbc.sql(OLDEST).param("limit", limit).query(String.class).list();
  }

  /** In a transaction that holds these customers, so that an order meanwhile marks them again. */
  Map<Cause, Collection<String>> take(Collection<String> ids) {
    Map<Cause, Collection<String>> taken = new EnumMap<>(Cause.class);
    jdbc.sql(TAKE)
        .param("ids", ids.toArray(String[]::new))
        .query(
            (row, n) ->
                taken
                    .computeIfAbsent(Cause.valueOf(row.getString("cause")), c -> new TreeSet<>())
                    .add(row.getString("customer_id")))
        .list();
    return taken;
  }

  void forget(String id) {
    jdbc.sql(FORGET).param("id", id).update();
  }
}
