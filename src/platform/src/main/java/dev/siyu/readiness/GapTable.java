package dev.siyu.readiness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must become better, by whom and when. */
@Component
class GapTable {

  private static final String ALL =
      """
      SELECT g.*, t.state AS task_state FROM readiness_gap g LEFT JOIN LATERAL (
        SELECT state FROM staff_task WHERE id = g.task OR root = g.task ORDER BY id DESC LIMIT 1)
        t ON true
      WHERE g.version = :version ORDER BY g.due_on, g.id
      """;
  private static final String ADD =
      """
      INSERT INTO readiness_gap (version, section, title, owner, due_on, created_by, created_at)
      VALUES (:version, :section, :title, :owner, :due, :actor, :now)
      """;

  private final JdbcClient jdbc;

  GapTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Sheet.Gap> of(int version) {
    return jdbc.sql(ALL)
        .param("version", version)
        .query(
            (row, n) ->
                new Sheet.Gap(
                    row.getLong("id"),
                    Section.valueOf(row.getString("section")),
                    row.getString("title"),
                    row.getString("owner"),
                    row.getObject("due_on", LocalDate.class),
                    row.getObject("task", Long.class),
                    row.getString("task_state")))
        .list();
  }

  void add(int version, Readiness.Plan plan, String actor, Instant now) {
    jdbc.sql(ADD)
        .param("version", version)
        .param("section", plan.section().name())
        .param("title", plan.title())
        .param("owner", plan.owner())
        .param("due", plan.due())
        .param("actor", actor)
        .param("now", SheetTable.utc(now))
        .update();
  }

  boolean drop(int version, long id) {
    return jdbc.sql("DELETE FROM readiness_gap WHERE version = :version AND id = :id")
            .param("version", version)
            .param("id", id)
            .update()
        == 1;
  }

  void became(long id, long task) {
    jdbc.sql("UPDATE readiness_gap SET task = :task WHERE id = :id")
        .param("id", id)
        .param("task", task)
        .update();
  }
}
