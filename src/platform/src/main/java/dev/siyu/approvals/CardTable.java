package dev.siyu.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which card asks whom about what. */
@Component
class CardTable {

  /** How far a person is with their card. */
  enum State {
    ASKED,
    /** The first of two taps was made. */
    CONFIRM,
    /** Decided by this card. */
    SAID,
    /** Nothing to decide any more. */
    CLOSED
  }

  private static final String ADD =
      """
      INSERT INTO approval_card (task_id, request_id, level, groups, person_id, staff_user_id, hash,
        deadline, after_task, state, created_at, changed_at)
      VALUES (:task, :request, :level, :groups, :person, :staff, :hash, :deadline, :afterTask,
        'ASKED', :now, :now)
      ON CONFLICT (task_id) DO NOTHING
      """;
  private static final String FIND = "SELECT * FROM approval_card WHERE task_id = :task";
  private static final String OF =
      "SELECT * FROM approval_card WHERE request_id = :request ORDER BY task_id";
  private static final String MOVE =
      """
      UPDATE approval_card SET state = :state, changed_at = :now
      WHERE task_id = :task AND state <> 'SAID'
      """;

  private static final String TOO_LATE =
      """
      UPDATE approval_card SET state = 'CLOSED', changed_at = :now
      WHERE task_id = :task AND state = 'SAID'
      """;
  private static final String ROUND =
      """
      SELECT coalesce(max(after_task), 0) FROM approval_card
      WHERE request_id = :request AND level = :level
      """;

  /**
   * @param groups of the level the person may sign for
   * @param hash of the content the card shows
   * @param afterTask the card asks about tasks with a greater key; the others are of rounds before
   */
  record Row(
      String taskId,
      long request,
      int level,
      List<String> groups,
      String staff,
      String hash,
      Instant deadline,
      long afterTask,
      State state) {
    boolean isOpen() {
      return state == State.ASKED || state == State.CONFIRM;
    }
  }

  private final JdbcClient jdbc;

  CardTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when it was asked before. */
  boolean add(Row card, long person, Instant now) {
    return jdbc.sql(ADD)
            .param("task", card.taskId())
            .param("request", card.request())
            .param("level", card.level())
            .param("groups", card.groups().toArray(String[]::new))
            .param("person", person)
            .param("staff", card.staff())
            .param("hash", card.hash())
            .param("deadline", at(card.deadline()))
            .param("afterTask", card.afterTask())
            .param("now", at(now))
            .update()
        == 1;
  }

  Optional<Row> find(String task) {
    return jdbc.sql(FIND).param("task", task).query((row, n) -> row(row)).optional();
  }

  List<Row> of(long request) {
    return jdbc.sql(OF).param("request", request).query((row, n) -> row(row)).list();
  }

  /** What was said stays said. */
  void move(String task, State state, Instant now) {
    jdbc.sql(MOVE).param("task", task).param("state", state.name()).param("now", at(now)).update();
  }

  /** What was said by the card has no effect. */
  void tooLate(String task, Instant now) {
    jdbc.sql(TOO_LATE).param("task", task).param("now", at(now)).update();
  }

  /** The newest task of the rounds before the one that is asked about now. */
  long round(long request, int level) {
    return jdbc.sql(ROUND)
        .param("request", request)
        .param("level", level)
        .query(Long.class)
        .single();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("task_id"),
        row.getLong("request_id"),
        row.getInt("level"),
        List.of((String[]) row.getArray("groups").getArray()),
        row.getString("staff_user_id"),
        row.getString("hash"),
        row.getObject("deadline", OffsetDateTime.class).toInstant(),
        row.getLong("after_task"),
        State.valueOf(row.getString("state")));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
