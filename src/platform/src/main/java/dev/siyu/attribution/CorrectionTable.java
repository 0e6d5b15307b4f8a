package dev.siyu.attribution;

import dev.siyu.attribution.Corrections.State;
import dev.siyu.attribution.Corrections.View;
import dev.siyu.attribution.Split.Share;
import dev.siyu.ledger.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Corrections as rows. */
@Component
class CorrectionTable {

  private static final String INSERT =
      """
      INSERT INTO correction (source, order_id, state, content, reason, asked_by, asked_at)
      VALUES (:source, :order, 'ASKED', :content, :reason, :actor, :now)
      ON CONFLICT (source, order_id) WHERE state = 'ASKED' DO NOTHING RETURNING id
      """;
  private static final String REQUEST =
      "UPDATE correction SET request_id = :request WHERE id = :id";
  private static final String DECIDED =
      """
      UPDATE correction SET state = :state, decided_at = :now, decided_by = :deciders, note = :note
      WHERE id = :id AND state = 'ASKED'
      """;
  private static final String FIND = "SELECT * FROM correction WHERE id = :id";
  private static final String LIST =
      """
      SELECT * FROM correction c WHERE CAST(:department AS text) IS NULL
        OR EXISTS (SELECT FROM attribution_share s WHERE s.source = c.source
          AND s.order_id = c.order_id AND s.department = :department)
        OR CAST(c.content AS jsonb) @> jsonb_build_object('shares',
          jsonb_build_array(jsonb_build_object('department', CAST(:department AS text))))
      ORDER BY id DESC LIMIT 500
      """;
  private static final String STANDING =
      """
      SELECT a.decision, a.amount_cents, o.customer_id, d.evidence, d.agreement_id, d.owner,
        (SELECT json_agg(json_build_object('department', s.department, 'bp', s.bp)
          ORDER BY s.department)::text FROM attribution_share s WHERE s.source = a.source
          AND s.order_id = a.order_id AND s.number = a.decision) AS shares
      FROM attribution a
      JOIN paid_order o ON o.source = a.source AND o.order_id = a.order_id
      JOIN attribution_decision d ON d.source = a.source AND d.order_id = a.order_id
        AND d.number = a.decision
      WHERE a.source = :source AND a.order_id = :order
      """;

  private static final String OPEN =
      "SELECT id FROM correction WHERE source = :source AND order_id = :order AND state = 'ASKED'";
  private static final String IS_HELD =
      """
      SELECT EXISTS (SELECT FROM attribution_hold WHERE source = :source AND order_id = :order)
      """;

  /** What takes effect; void when another decision came between. */
  record Content(String order, int instead, List<Share> shares, String reason) {}

  /** What holds for the order now. */
  record Standing(
      int decision,
      long amountCents,
      String customerId,
      Evidence evidence,
      @Nullable String agreementId,
      @Nullable String owner,
      List<Share> shares) {}

  /** A row with the bytes that were asked for. */
  record Stored(View view, String content) {
    Item.Ref order() {
      return new Item.Ref(view.source(), view.orderId());
    }
  }

  private final JdbcClient jdbc;

  CorrectionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when one is open for the order. */
  Optional<Long> insert(Item.Ref order, Content content, String actor, Instant now) {
    return jdbc.sql(INSERT)
        .param("source", order.source())
        .param("order", order.id())
        .param("content", Json.canonical(content))
        .param("reason", content.reason())
        .param("actor", actor)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  Optional<Long> open(Item.Ref order) {
    return of(OPEN, order).query(Long.class).optional();
  }

  boolean isHeld(Item.Ref order) {
    return of(IS_HELD, order).query(Boolean.class).single();
  }

  private JdbcClient.StatementSpec of(String sql, Item.Ref order) {
    return jdbc.sql(sql).param("source", order.source()).param("order", order.id());
  }

  void request(long id, String request) {
    jdbc.sql(REQUEST).param("id", id).param("request", request).update();
  }

  boolean decided(long id, State state, List<String> deciders, String note, Instant now) {
    return jdbc.sql(DECIDED)
            .param("id", id)
            .param("state", state.name())
            .param("deciders", deciders.toArray(String[]::new))
            .param("note", note)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Stored> find(long id) {
    return jdbc.sql(FIND).param("id", id).query((row, n) -> stored(row)).optional();
  }

  List<View> list(@Nullable String department) {
    return jdbc.sql(LIST)
        .param("department", department)
        .query((row, n) -> stored(row).view())
        .list();
  }

  Optional<Standing> standing(Item.Ref order) {
    return jdbc.sql(STANDING)
        .param("source", order.source())
        .param("order", order.id())
        .query(
            (row, n) ->
                new Standing(
                    row.getInt("decision"),
                    row.getLong("amount_cents"),
                    row.getString("customer_id"),
                    Json.read(row.getString("evidence"), Evidence.class),
                    row.getString("agreement_id"),
                    row.getString("owner"),
                    Json.shares(row.getString("shares"))))
        .optional();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    var content = row.getString("content");
    var view =
        new View(
            "K" + row.getLong("id"),
            row.getString("source"),
            row.getString("order_id"),
            State.valueOf(row.getString("state")),
            Json.read(content, Content.class).shares(),
            row.getString("reason"),
            row.getString("asked_by"),
            BoughtTable.moment(row, "asked_at"),
            row.getString("request_id"),
            BoughtTable.instant(row, "decided_at"),
            List.of((String[]) row.getArray("decided_by").getArray()),
            row.getString("note"));
    return new Stored(view, content);
  }
}
