package dev.siyu.disputes;

import dev.siyu.approvals.WorkingHours.Deadlines;
import dev.siyu.disputes.Disputes.About;
import dev.siyu.disputes.Disputes.Party;
import dev.siyu.disputes.Disputes.Stance;
import dev.siyu.disputes.Disputes.State;
import dev.siyu.disputes.Disputes.View;
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
import tools.jackson.databind.json.JsonMapper;

/** Disputes as rows; every change of state stands here and names the states it starts from. */
@Component
class DisputeTable {

  private static final String INSERT =
      """
      INSERT INTO dispute (source, order_id, department, about, state, amount_cents, contested,
        wanted, reason, opened_by, opened_at, remind_at, answer_by, escalate_by)
      VALUES (:source, :order, :department, :about, 'OPEN', :cents, :contested, :wanted, :reason,
        :actor, :now, :remindAt, :answerBy, :escalateBy)
      ON CONFLICT (source, order_id, department) WHERE state IN ('OPEN', 'DECIDING') DO NOTHING
      RETURNING id
      """;
  private static final String PARTY =
      "INSERT INTO dispute_party (dispute_id, department) VALUES (:id, :department)";
  private static final String ANSWER =
      """
      UPDATE dispute_party SET stance = :stance, answered_at = :now
      WHERE dispute_id = :id AND department = :department AND stance IS NULL
        AND EXISTS (SELECT FROM dispute d WHERE d.id = :id AND d.state = 'OPEN' FOR UPDATE)
      """;
  private static final String DECIDING =
      """
      UPDATE dispute SET state = 'DECIDING', content = :content WHERE id = :id AND state = 'OPEN'
      """;
  private static final String REQUEST = "UPDATE dispute SET request_id = :request WHERE id = :id";
  private static final String END =
      """
      UPDATE dispute SET state = :state, decided_at = :now, decided_by = :deciders, note = :note,
        correction_id = :correction
      WHERE id = :id AND state IN ('OPEN', 'DECIDING')
      """;
  private static final String VIEW =
      """
      SELECT d.*, (SELECT json_agg(json_build_object('department', p.department, 'stance', p.stance,
          'answeredAt', to_char(p.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
          ORDER BY p.department)::text FROM dispute_party p WHERE p.dispute_id = d.id) AS parties
      FROM dispute d
      """;
  private static final String ONE = VIEW + " WHERE d.id = :id";
  private static final String CONCERNS =
      """
       (CAST(:department AS text) IS NULL OR d.department = :department
        OR EXISTS (SELECT FROM dispute_party p
          WHERE p.dispute_id = d.id AND p.department = :department))
      """;
  private static final String NEWEST = " ORDER BY d.id DESC LIMIT 500";
  private static final String LIST = VIEW + " WHERE" + CONCERNS + NEWEST;
  private static final String OF_ORDER =
      VIEW + " WHERE d.source = :source AND d.order_id = :order AND" + CONCERNS + NEWEST;

  /** A row with what only the room itself looks at. */
  record Stored(View view, Deadlines times, @Nullable String content) {}

  private final JdbcClient jdbc;

  DisputeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when the department has one open about the order. */
  Optional<Long> insert(OpeningRules.Case opening, String actor, Instant now, Deadlines times) {
    var wish = opening.wish();
    return jdbc.sql(INSERT)
        .param("source", wish.source())
        .param("order", wish.orderId())
        .param("department", opening.department())
        .param("about", wish.about().name())
        .param("cents", opening.order().amountCents())
        .param("contested", Contents.shares(opening.order().shares()))
        .param("wanted", Contents.shares(wish.shares()))
        .param("reason", wish.reason().strip())
        .param("actor", actor)
        .param("now", sql(now))
        .param("remindAt", sql(times.remindAt()))
        .param("answerBy", sql(times.answerBy()))
        .param("escalateBy", sql(times.giveUpAt()))
        .query(Long.class)
        .optional();
  }

  void party(long id, String department) {
    jdbc.sql(PARTY).param("id", id).param("department", department).update();
  }

  /** False when it is not asked, has answered, or the answers are over. */
  boolean answer(long id, String department, Stance stance, Instant now) {
    return jdbc.sql(ANSWER)
            .param("id", id)
            .param("department", department)
            .param("stance", stance.name())
            .param("now", sql(now))
            .update()
        == 1;
  }

  boolean deciding(long id, String content) {
    return jdbc.sql(DECIDING).param("id", id).param("content", content).update() == 1;
  }

  void request(long id, String request) {
    jdbc.sql(REQUEST).param("id", id).param("request", request).update();
  }

  /** False when it had ended before. */
  boolean end(
      long id,
      State state,
      List<String> deciders,
      String note,
      @Nullable String correction,
      Instant now) {
    return jdbc.sql(END)
            .param("id", id)
            .param("state", state.name())
            .param("deciders", deciders.toArray(String[]::new))
            .param("note", note)
            .param("correction", correction)
            .param("now", sql(now))
            .update()
        == 1;
  }

  Optional<Stored> find(long id) {
    return jdbc.sql(ONE).param("id", id).query((row, n) -> stored(row)).optional();
  }

  List<View> list(@Nullable String department) {
    return jdbc.sql(LIST)
        .param("department", department)
        .query((row, n) -> stored(row).view())
        .list();
  }

  List<View> of(String source, String order, @Nullable String department) {
    return jdbc.sql(OF_ORDER)
        .param("source", source)
        .param("order", order)
        .param("department", department)
        .query((row, n) -> stored(row).view())
        .list();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    var parties = row.getString("parties");
    var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
    var view =
        new View(
            "D" + row.getLong("id"),
            row.getString("source"),
            row.getString("order_id"),
            row.getString("department"),
            About.valueOf(row.getString("about")),
            State.valueOf(row.getString("state")),
            row.getLong("amount_cents"),
            Contents.shares(row.getString("contested")),
            Contents.shares(row.getString("wanted")),
            row.getString("reason"),
            row.getString("opened_by"),
            moment(row, "opened_at"),
            moment(row, "answer_by"),
            parties == null
                ? List.of()
                : List.of(JsonMapper.shared().readValue(parties, Party[].class)),
            row.getString("request_id"),
            decidedAt == null ? null : decidedAt.toInstant(),
            List.of((String[]) row.getArray("decided_by").getArray()),
            row.getString("note"),
            row.getString("correction_id"));
    var times =
        new Deadlines(
            moment(row, "remind_at"), moment(row, "answer_by"), moment(row, "escalate_by"));
    return new Stored(view, times, row.getString("content"));
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
