package dev.siyu.layers;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which customers carry another layer tag than they should. */
@Component
class TagTable {

  static final Duration NEXT_DAY = Duration.ofDays(1);

  private static final String NEXT = "SELECT min(tag_due_at) FROM customer_layer";
  private static final String DUE =
      """
      SELECT l.customer_id, l.shown, l.tag_tries, l.tag_due_at,
        CASE WHEN m.state = 'MEMBER' THEN 'CORE' WHEN l.layer <> 'OUTER' THEN 'INFLUENCE' END
          AS wanted
      FROM customer_layer l LEFT JOIN core_member m ON m.customer_id = l.customer_id
      WHERE l.tag_due_at <= :now ORDER BY l.tag_due_at, l.customer_id LIMIT :limit
      """;
  private static final String SETTLED =
      """
      UPDATE customer_layer SET shown = :shown, tag_tries = :tries + 1,
        tag_due_at = CASE WHEN tag_due_at > :due THEN tag_due_at END
      WHERE customer_id = :id
      """;
  private static final String LATER =
      """
      UPDATE customer_layer SET tag_due_at = :at, tag_tries = :tries WHERE customer_id = :id
      """;

  /**
   * @param shown the tag the customer carries
   * @param wanted the tag the customer should carry, null for none
   * @param tries numbers the touch
   */
  record Due(
      String customerId, @Nullable Layer shown, @Nullable Layer wanted, int tries, Instant dueAt) {

    boolean isShown() {
      return shown == wanted;
    }

    List<String> add() {
      return wanted == null ? List.of() : List.of(tag(wanted));
    }

    List<String> remove() {
      return shown == null ? List.of() : List.of(tag(shown));
    }

    private static String tag(Layer layer) {
      return layer == Layer.CORE ? "层级/核心" : "层级/影响";
    }
  }

  private final JdbcClient jdbc;

  TagTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(NEXT)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<Due> due(Instant now, int limit) {
    return jdbc.sql(DUE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Due(
                    row.getString("customer_id"),
                    layer(row.getString("shown")),
                    layer(row.getString("wanted")),
                    row.getInt("tag_tries"),
                    row.getObject("tag_due_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Nothing more to do, unless the layer moved meanwhile. */
  void settled(Due due, @Nullable Layer shown) {
    jdbc.sql(SETTLED)
        .param("id", due.customerId())
        .param("shown", shown == null ? null : shown.name(), java.sql.Types.VARCHAR)
        .param("tries", due.tries())
        .param("due", due.dueAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** {@code anew} when the touch was spent and another one is needed. */
  void later(Due due, Instant at, boolean anew) {
    jdbc.sql(LATER)
        .param("id", due.customerId())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("tries", anew ? due.tries() + 1 : due.tries())
        .update();
  }

  private static @Nullable Layer layer(@Nullable String name) {
    return name == null ? null : Layer.valueOf(name);
  }
}
