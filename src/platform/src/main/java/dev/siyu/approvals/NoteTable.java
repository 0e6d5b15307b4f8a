package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalInbox.Note;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people wrote beside requests, and who looks at what. */
@Component
class NoteTable {

  private static final String ADD =
      """
      INSERT INTO approval_note (request_id, person, text, at)
      VALUES (:request, :person, :text, :now)
      """;
  private static final String OF =
      "SELECT * FROM approval_note WHERE request_id = :request ORDER BY id LIMIT 500";
  private static final String CLAIM =
      """
      INSERT INTO approval_claim (task_key, person, person_id, at)
      VALUES (:task, :person, :personId, :now)
      ON CONFLICT (task_key) DO NOTHING
      """;
  private static final String RELEASE =
      "DELETE FROM approval_claim WHERE task_key = :task AND person_id = :personId";

  private final JdbcClient jdbc;

  NoteTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(long request, String person, String text, Instant now) {
    jdbc.sql(ADD)
        .param("request", request)
        .param("person", person)
        .param("text", text)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Note> of(long request) {
    return jdbc.sql(OF)
        .param("request", request)
        .query(
            (row, n) ->
                new Note(
                    row.getString("person"),
                    row.getString("text"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** False when a colleague looks at it. */
  boolean claim(long task, Human person, Instant now) {
    return jdbc.sql(CLAIM)
            .param("task", task)
            .param("person", person.name())
            .param("personId", person.id())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean release(long task, Human person) {
    return jdbc.sql(RELEASE).param("task", task).param("personId", person.id()).update() == 1;
  }
}
