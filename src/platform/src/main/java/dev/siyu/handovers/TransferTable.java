package dev.siyu.handovers;

import dev.siyu.handovers.Distribution.Whom;
import dev.siyu.handovers.HandOvers.Leftover;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The customers of hand-overs, one row each. */
@Component
class TransferTable {

  private static final String COLLECT_CUSTOMERS =
      """
      INSERT INTO hand_over_customer (hand_over, customer_id, external_user_id, state, changed_at)
      SELECT :id, c.id, c.external_user_id, 'PLANNED', :now
      FROM customer_staff s JOIN customer c ON c.id = s.customer_id
      WHERE s.staff_user_id = :fromUserId AND s.until IS NULL AND c.external_user_id IS NOT NULL
      ON CONFLICT DO NOTHING
      """;

  /** Who was handed over too often lately; WeCom would say 40128 to each. */
  private static final String TOO_OFTEN =
      """
      UPDATE hand_over_customer h SET state = 'FAILED', code = '40128', changed_at = :now
      WHERE hand_over = :id AND state = 'PLANNED' AND (
        SELECT count(*) FROM hand_over_customer o
        WHERE o.customer_id = h.customer_id AND o.asked_at > :since AND NOT o.resigned
          AND o.state IN ('WAITING', 'TAKEN_OVER', 'REFUSED', 'RECEIVER_OUT')) >= :most
      """;

  private static final String NEED_RECEIVER =
      """
      SELECT h.customer_id AS "customerId", c.zone
      FROM hand_over_customer h JOIN customer c ON c.id = h.customer_id
      WHERE h.hand_over = :id AND ((h.state = 'PLANNED' AND h.to_user_id IS NULL)
        OR (h.state = 'RECEIVER_OUT' AND h.round < :rounds))
      ORDER BY h.customer_id
      """;
  private static final String ASSIGN =
      """
      UPDATE hand_over_customer SET to_user_id = :to, changed_at = :now,
        round = CASE state WHEN 'RECEIVER_OUT' THEN round + 1 ELSE round END,
        tried = CASE state WHEN 'RECEIVER_OUT' THEN tried || to_user_id ELSE tried END,
        state = 'PLANNED', code = NULL
      WHERE hand_over = :id AND customer_id = ANY (:customers)
        AND (state = 'PLANNED' OR state = 'RECEIVER_OUT')
      """;
  private static final String CLAIM =
      """
      WITH batch AS MATERIALIZED (
        SELECT customer_id FROM hand_over_customer
        WHERE hand_over = :id AND state = 'PLANNED' AND to_user_id = :to
        ORDER BY customer_id LIMIT :most FOR UPDATE SKIP LOCKED)
      UPDATE hand_over_customer h SET state = 'ASKED', asked_at = :now, changed_at = :now,
        resigned = :resigned
      FROM batch WHERE h.hand_over = :id AND h.customer_id = batch.customer_id
      RETURNING h.external_user_id
      """;
  private static final String MOVE =
      """
      UPDATE hand_over_customer SET state = :state, code = :code, changed_at = :now
      WHERE hand_over = :id AND external_user_id = ANY (:whom) AND state = ANY (:before)
      """;
  private static final String OPEN =
      """
      SELECT customer_id AS "customerId", external_user_id AS "externalUserId",
        to_user_id AS "toUserId", state, resigned, asked_at AS "askedAt"
      FROM hand_over_customer WHERE hand_over = :id AND state IN ('ASKED', 'WAITING')
      """;
  private static final String LEFTOVERS =
      """
      SELECT h.*, c.name FROM hand_over_customer h JOIN customer c ON c.id = h.customer_id
      WHERE h.hand_over = :id AND h.settled_by IS NULL
        AND h.state IN ('REFUSED', 'RECEIVER_OUT', 'FAILED')
      ORDER BY h.state, h.customer_id LIMIT :limit
      """;
  private static final String SETTLE =
      """
      UPDATE hand_over_customer SET settled_by = :who, settled_note = :note
      WHERE hand_over = :id AND customer_id = :customerId AND settled_by IS NULL
        AND state IN ('REFUSED', 'RECEIVER_OUT', 'FAILED')
      """;
  private static final String UNDER_WAY =
      """
      SELECT h.hand_over AS "handOver", h.customer_id AS "customerId",
        o.from_user_id AS "fromUserId", h.state
      FROM hand_over_customer h JOIN hand_over o ON o.id = h.hand_over
      WHERE h.external_user_id = :whom AND h.to_user_id = :to
        AND h.state IN ('ASKED', 'WAITING', 'TAKEN_OVER')
      ORDER BY h.asked_at DESC LIMIT 1
      """;

  /** A transfer WeCom has not decided yet. */
  record Open(
      String customerId,
      String externalUserId,
      String toUserId,
      String state,
      boolean resigned,
      Instant askedAt) {}

  record UnderWay(String handOver, String customerId, String fromUserId, String state) {}

  private final JdbcClient jdbc;

  TransferTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void collectCustomers(String id, String fromUserId, Instant now) {
    sql(COLLECT_CUSTOMERS, id, now).param("fromUserId", fromUserId).update();
  }

  void failTooOften(String id, Instant since, int most, Instant now) {
    sql(TOO_OFTEN, id, now)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }

  List<Whom> needReceiver(String id, int rounds) {
    return jdbc.sql(NEED_RECEIVER).param("id", id).param("rounds", rounds).query(Whom.class).list();
  }

  void assign(String id, String to, List<String> customers, Instant now) {
    sql(ASSIGN, id, now)
        .param("to", to)
        .param("customers", customers.toArray(String[]::new))
        .update();
  }

  /** Receivers that turned out to be full or unfit in this hand-over. */
  List<String> receiversOut(String id) {
    return jdbc.sql(
            """
            SELECT DISTINCT unnest(CASE state WHEN 'RECEIVER_OUT' THEN tried || to_user_id
              ELSE tried END) FROM hand_over_customer WHERE hand_over = :id
            """)
        .param("id", id)
        .query(String.class)
        .list();
  }

  /** Open relations per account. */
  Map<String, Integer> loads() {
    return jdbc
        .sql(
            """
            SELECT staff_user_id, count(*) AS customers FROM customer_staff
            WHERE until IS NULL GROUP BY staff_user_id
            """)
        .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Optional<String> nextReceiver(String id) {
    return jdbc.sql(
            """
            SELECT min(to_user_id) FROM hand_over_customer
            WHERE hand_over = :id AND state = 'PLANNED' AND to_user_id IS NOT NULL
            """)
        .param("id", id)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .single();
  }

  /** Takes up to so many on and commits; answers their external user ids. */
  List<String> claim(String id, String to, boolean resigned, int most, Instant now) {
    return sql(CLAIM, id, now)
        .param("to", to)
        .param("resigned", resigned)
        .param("most", most)
        .query(String.class)
        .list();
  }

  void move(
      String id,
      List<String> externalUserIds,
      String state,
      @Nullable String code,
      Instant now,
      String... before) {
    sql(MOVE, id, now)
        .param("whom", externalUserIds.toArray(String[]::new))
        .param("state", state)
        .param("code", code, java.sql.Types.VARCHAR)
        .param("before", before)
        .update();
  }

  /** Nobody could take them: no receiver, or none with room. */
  void failWithoutReceiver(String id, Instant now) {
    sql(
            """
            UPDATE hand_over_customer SET state = 'FAILED', code = 'NO_RECEIVER', changed_at = :now
            WHERE hand_over = :id AND state = 'PLANNED' AND to_user_id IS NULL
            """,
            id,
            now)
        .update();
  }

  /** All that have no result become FAILED. */
  void failOpen(String id, String code, Instant now) {
    sql(
            """
            UPDATE hand_over_customer SET state = 'FAILED', code = :code, changed_at = :now
            WHERE hand_over = :id AND state IN ('PLANNED', 'ASKED', 'WAITING')
            """,
            id,
            now)
        .param("code", code)
        .update();
  }

  List<Open> open(String id) {
    return jdbc.sql(OPEN)
        .param("id", id)
        .query(
            (row, n) ->
                new Open(
                    row.getString("customerId"),
                    row.getString("externalUserId"),
                    row.getString("toUserId"),
                    row.getString("state"),
                    row.getBoolean("resigned"),
                    row.getObject("askedAt", OffsetDateTime.class).toInstant()))
        .list();
  }

  Optional<UnderWay> underWay(String externalUserId, String to) {
    return jdbc.sql(UNDER_WAY)
        .param("whom", externalUserId)
        .param("to", to)
        .query(UnderWay.class)
        .optional();
  }

  List<Leftover> leftovers(String id, int limit) {
    return jdbc.sql(LEFTOVERS)
        .param("id", id)
        .param("limit", limit)
        .query((row, n) -> leftover(row))
        .list();
  }

  boolean settle(String id, String customerId, String note, String who) {
    return jdbc.sql(SETTLE)
            .param("id", id)
            .param("customerId", customerId)
            .param("note", note)
            .param("who", who)
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec sql(String sql, String id, Instant now) {
    return jdbc.sql(sql).param("id", id).param("now", now.atOffset(ZoneOffset.UTC));
  }

  private static Leftover leftover(ResultSet row) throws SQLException {
    return new Leftover(
        row.getString("customer_id"),
        row.getString("name"),
        row.getString("state"),
        row.getString("to_user_id"),
        row.getString("code"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
