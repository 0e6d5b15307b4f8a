package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalInbox.Refusal;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attempts that four eyes refused. */
@Component
class RefusalTable {

  private static final String ADD =
      """
      INSERT INTO approval_refusal (request_id, task_key, person, person_id, rule, detail, at)
      VALUES (:request, :task, :person, :personId, :rule, :detail, :now)
      """;
  private static final String OF =
      "SELECT * FROM approval_refusal WHERE request_id = :request ORDER BY id";

  private final JdbcClient jdbc;

  RefusalTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(
      long request, @Nullable Long task, Human person, String rule, String detail, Instant now) {
    add(request, task, person.name(), person.id(), rule, detail, now);
  }

  /** Somebody who is no person of ours: a user id at WeCom, or {@code siyu} itself. */
  void addStranger(long request, String who, String rule, String detail, Instant now) {
    add(request, null, who, null, rule, detail, now);
  }

  private void add(
      long request,
      @Nullable Long task,
      String person,
      @Nullable Long personId,
      String rule,
      String detail,
      Instant now) {
    jdbc.sql(ADD)
        .param("request", request)
        .param("task", task, Types.BIGINT)
        .param("person", person)
        .param("personId", personId, Types.BIGINT)
        .param("rule", rule)
        .param("detail", detail)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Refusal> of(long request) {
    return jdbc.sql(OF)
        .param("request", request)
        .query(
            (row, n) ->
                new Refusal(
                    row.getString("person"),
                    row.getString("rule"),
                    row.getString("detail"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
