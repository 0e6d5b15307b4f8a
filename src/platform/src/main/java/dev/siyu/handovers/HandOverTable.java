package dev.siyu.handovers;

import dev.siyu.handovers.HandOvers.Numbers;
import dev.siyu.handovers.HandOvers.State;
import dev.siyu.handovers.HandOvers.View;
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

/** Rows of hand-overs; a state follows another only as the WHERE of each change says. */
@Component
class HandOverTable {

  private static final String BEGIN =
      """
      INSERT INTO hand_over (id, from_user_id, receivers, resigned, state, reason, started_by,
        started_at)
      VALUES ('H' || nextval('hand_over_number'), :fromUserId, :receivers, :resigned, 'OPEN',
        :reason, :who, :now)
      ON CONFLICT DO NOTHING RETURNING id
      """;
  private static final String VIEWS =
      """
      SELECT h.*, count(c.customer_id) AS total,
        count(*) FILTER (WHERE c.state IN ('PLANNED', 'ASKED')) AS planned,
        count(*) FILTER (WHERE c.state = 'WAITING') AS waiting,
        count(*) FILTER (WHERE c.state = 'TAKEN_OVER') AS taken_over,
        count(*) FILTER (WHERE c.state = 'REFUSED') AS refused,
        count(*) FILTER (WHERE c.state = 'RECEIVER_OUT') AS receiver_out,
        count(*) FILTER (WHERE c.state = 'FAILED') AS failed,
        count(*) FILTER (WHERE c.state IN ('REFUSED', 'RECEIVER_OUT', 'FAILED')
          AND c.settled_by IS NULL) AS for_people
      FROM hand_over h LEFT JOIN hand_over_customer c ON c.hand_over = h.id
      WHERE :id::text IS NULL OR h.id = :id
      GROUP BY h.id ORDER BY h.started_at DESC LIMIT 200
      """;
  private static final String BLOCK =
      "UPDATE hand_over SET state = 'BLOCKED', note = :note WHERE id = :id AND state = 'OPEN'";
  private static final String REMOVED =
      """
      UPDATE hand_over SET state = 'OPEN', resigned = true, note = NULL
      WHERE from_user_id = :fromUserId AND state = 'BLOCKED' RETURNING id
      """;
  private static final String END =
      """
      UPDATE hand_over SET state = 'ENDED', ended_at = :now, note = coalesce(:note, note)
      WHERE id = :id AND state <> 'ENDED'
      """;

  private final JdbcClient jdbc;

  HandOverTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The id; nothing when a hand-over of this account is under way. */
  Optional<String> begin(
      String fromUserId,
      List<String> receivers,
      boolean resigned,
      String reason,
      String who,
      Instant now) {
    return jdbc.sql(BEGIN)
        .param("fromUserId", fromUserId)
        .param("receivers", receivers.toArray(String[]::new))
        .param("resigned", resigned)
        .param("reason", reason)
        .param("who", who)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional();
  }

  List<View> all() {
    return views(null);
  }

  Optional<View> find(String id) {
    return views(id).stream().findFirst();
  }

  private List<View> views(@Nullable String id) {
    return jdbc.sql(VIEWS)
        .param("id", id, java.sql.Types.VARCHAR)
        .query((row, n) -> view(row))
        .list();
  }

  void block(String id, String note) {
    jdbc.sql(BLOCK).param("id", id).param("note", note).update();
  }

  /** The account was removed at WeCom: its blocked hand-over goes on by the other interface. */
  Optional<String> removed(String fromUserId) {
    return jdbc.sql(REMOVED).param("fromUserId", fromUserId).query(String.class).optional();
  }

  void end(String id, @Nullable String note, Instant now) {
    jdbc.sql(END)
        .param("id", id)
        .param("note", note, java.sql.Types.VARCHAR)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static View view(ResultSet row) throws SQLException {
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    return new View(
        row.getString("id"),
        row.getString("from_user_id"),
        List.of((String[]) row.getArray("receivers").getArray()),
        row.getBoolean("resigned"),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getString("started_by"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getString("note"),
        new Numbers(
            row.getInt("total"),
            row.getInt("planned"),
            row.getInt("waiting"),
            row.getInt("taken_over"),
            row.getInt("refused"),
            row.getInt("receiver_out"),
            row.getInt("failed")),
        row.getInt("for_people"));
  }
}
