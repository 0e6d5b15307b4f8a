package dev.siyu.web;

import dev.siyu.history.JourneyHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything that happened with one customer, newest first, from all rooms in one query. */
@Repository
class Timeline {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** What a line can be about. */
  enum Kind {
    EVENT,
    TOUCH,
    ORDER,
    REFUND,
    STAGE,
    JOURNEY
  }

  /** Each branch answers at, kind, ref, code, state, amount_cents, details. */
  private static final String[] BRANCHES = {
    """
    SELECT occurred_at AS at, 'EVENT' AS kind, CAST(id AS text) AS ref, type AS code, state,
           CAST(NULL AS bigint) AS amount_cents,
           jsonb_build_object('source', source, 'note', note) AS details
      FROM inbox_event
     WHERE subject IN (:external, :union)
       AND NOT (state = 'DONE' AND type IN ('order.paid', 'order.refunded'))
    """,
    """
    SELECT asked_at, 'TOUCH', CAST(id AS text), medium, state, CAST(NULL AS bigint),
           jsonb_build_object('journey', journey, 'step', step, 'content', content, 'rule', rule,
             'reason', reason, 'notBefore', not_before, 'staff', staff_user_id)
      FROM touchpoint
     WHERE customer_id IN (SELECT :id UNION ALL
                           SELECT alias FROM customer_alias WHERE customer_id = :id)
    """,
    """
    SELECT paid_at, 'ORDER', source || '/' || order_id, 'PAID',
           CASE WHEN refunded_cents = 0 THEN 'PAID'
                WHEN refunded_cents < amount_cents THEN 'PARTLY_REFUNDED' ELSE 'REFUNDED' END,
           amount_cents,
           jsonb_build_object('orderId', order_id, 'source', source, 'lines', line_count,
             'country', country, 'coupon', coupon_code, 'refundedCents', refunded_cents)
      FROM paid_order WHERE customer_id = :id
    """,
    """
    SELECT refunded_at, 'REFUND', source || '/' || refund_id, 'REFUNDED', 'DONE', amount_cents,
           jsonb_build_object('refundId', refund_id, 'orderId', order_id, 'source', source)
      FROM refund WHERE customer_id = :id
    """,
    """
    SELECT at, 'STAGE', CAST(id AS text), stage, CAST(NULL AS text), CAST(NULL AS bigint),
           jsonb_build_object('reason', reason)
      FROM customer_stage WHERE customer_id = :id
    """,
    """
    SELECT started_at, 'JOURNEY', CAST(key AS text) || '/1', 'JOURNEY_STARTED', state, CAST(NULL AS bigint),
           jsonb_build_object('processId', process_id, 'version', version, 'key', CAST(key AS text),
             'definition', definition_key)
      FROM history.process_instance
     WHERE customer_id IN (SELECT :id UNION ALL
                           SELECT alias FROM customer_alias WHERE customer_id = :id)
    """,
    """
    SELECT ended_at, 'JOURNEY', CAST(key AS text) || '/2', 'JOURNEY_ENDED', state, CAST(NULL AS bigint),
           jsonb_build_object('processId', process_id, 'version', version, 'key', CAST(key AS text),
             'definition', definition_key)
      FROM history.process_instance
     WHERE ended_at IS NOT NULL
       AND customer_id IN (SELECT :id UNION ALL
                           SELECT alias FROM customer_alias WHERE customer_id = :id)
    """
  };

  private static final String BRANCH =
      """
      (SELECT * FROM (%s) AS b (at, kind, ref, code, state, amount_cents, details)
        WHERE at <= :at AND (at, kind COLLATE "C", ref COLLATE "C") < (:at, :kind, :ref)
        ORDER BY at DESC, kind COLLATE "C" DESC, ref COLLATE "C" DESC LIMIT :limit)
      """;
  private static final String ALL =
      """
      SELECT * FROM (%s) t
       ORDER BY at DESC, kind COLLATE "C" DESC, ref COLLATE "C" DESC LIMIT :limit
      """;

  /** After every real moment. */
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  record Item(
      Instant at,
      String kind,
      String code,
      String text,
      @Nullable String state,
      @Nullable Long amountCents,
      String ref,
      JsonNode details) {}

  private final JdbcClient jdbc;
  private final JourneyHistory journeys;

  Timeline(JdbcClient jdbc, JourneyHistory journeys) {
    this.jdbc = jdbc;
    this.journeys = journeys;
  }

  Rows.Page<Item> of(
      CustomersPage.Detail customer,
      @Nullable Kind kind,
      @Nullable String before,
      int limit,
      boolean english) {
    var words = new TimelineText(english, ZoneId.of(customer.zone()));
    var cursor = before == null ? null : Rows.Cursor.read(before, 2);
    var rows =
        jdbc.sql(sql(kind))
            .param("id", customer.id())
            .param("external", customer.externalUserId())
            .param("union", customer.unionId())
            .param("at", Rows.sql(cursor == null ? END_OF_TIME : cursor.at()))
            .param("kind", cursor == null ? "" : cursor.words().get(0))
            .param("ref", cursor == null ? "" : cursor.words().get(1))
            .param("limit", limit + 1)
            .query((row, n) -> item(row, words))
            .list();
    return Rows.page(rows, limit, last -> Rows.cursor(last.at(), last.kind() + " " + last.ref()));
  }

  private static String sql(@Nullable Kind kind) {
    return ALL.formatted(
        Arrays.stream(BRANCHES)
            .filter(branch -> kind == null || branch.contains("'" + kind + "'"))
            .map(BRANCH::formatted)
            .collect(Collectors.joining("UNION ALL\n")));
  }

  private Item item(ResultSet row, TimelineText words) throws SQLException {
    var details = named(JSON.readTree(row.getString("details")));
    var kind = row.getString("kind");
    var code = row.getString("code");
    var state = row.getString("state");
    return new Item(
        Rows.moment(row, "at"),
        kind,
        code,
        words.sentence(kind, code, state, details),
        state,
        row.getObject("amount_cents", Long.class),
        row.getString("ref"),
        details);
  }

  private JsonNode named(JsonNode details) {
    if (details instanceof ObjectNode run && run.has("definition")) {
      var name = journeys.name(run.path("definition").asLong(), run.path("processId").asString(""));
      run.remove("definition");
      return run.put("journeyName", name);
    }
    return details;
  }
}
