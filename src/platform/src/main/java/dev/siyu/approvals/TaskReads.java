package dev.siyu.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks of people, as the engine reported them to the history. */
@Component
class TaskReads {

  private static final String TASKS =
      """
      SELECT t.key, t.state, t.action, t.candidate_groups, t.candidate_users, t.form_key,
        t.created_at, trim(both '"' from v.value) AS approval, c.person AS claimed_by
      FROM history.user_task t
      JOIN history.variable v ON v.scope_key = t.instance_key AND v.name = 'approvalId'
      LEFT JOIN approval_claim c ON c.task_key = t.key
      """;
  private static final String OPEN =
      """
       WHERE t.state = 'CREATED'
         AND NOT EXISTS (SELECT FROM approval_decision d WHERE d.task_key = t.key)
      """;
  private static final String NEWEST =
      """
      SELECT greatest(
        (SELECT coalesce(max(task_key), 0) FROM approval_decision WHERE request_id = :request),
        (SELECT coalesce(max(t.key), 0) FROM history.user_task t
         JOIN history.variable v ON v.scope_key = t.instance_key AND v.name = 'approvalId'
         WHERE v.value = :approval))
      """;

  /**
   * @param action what the completing command said, e.g. {@code decision:7}
   * @param approval id of the request, {@code A<number>}
   * @param users person names; given for what the requester is asked back
   */
  record Task(
      long key,
      String state,
      @Nullable String action,
      String approval,
      List<String> groups,
      List<String> users,
      @Nullable Long formKey,
      @Nullable Instant createdAt,
      @Nullable String claimedBy) {

    boolean isOpen() {
      return state.equals("CREATED");
    }

    boolean isForRequester() {
      return !users.isEmpty();
    }

    String group() {
      return groups.isEmpty() ? "user:" + String.join(",", users) : groups.getFirst();
    }
  }

  private final JdbcClient jdbc;

  TaskReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Task> find(long key) {
    return jdbc.sql(TASKS + " WHERE t.key = :key")
        .param("key", key)
        .query((row, n) -> task(row))
        .optional();
  }

  /** Oldest first. */
  List<Task> undecided() {
    return jdbc.sql(TASKS + OPEN + " ORDER BY t.key LIMIT 5000")
        .query((row, n) -> task(row))
        .list();
  }

  List<Task> undecidedOf(String approval) {
    return jdbc.sql(TASKS + OPEN + " AND v.value = :approval ORDER BY t.key")
        .param("approval", '"' + approval + '"')
        .query((row, n) -> task(row))
        .list();
  }

  /** Key of the newest task known, by history or by a decision; the engine counts upwards. */
  long newestOf(AskedRequest asked) {
    return jdbc.sql(NEWEST)
        .param("request", asked.id())
        .param("approval", '"' + asked.name() + '"')
        .query(Long.class)
        .single();
  }

  /** What people were asked to sign, in whatever state, newest first. */
  List<Task> signaturesOf(String approval) {
    return jdbc
        .sql(TASKS + " WHERE v.value = :approval ORDER BY t.key DESC")
        .param("approval", '"' + approval + '"')
        .query((row, n) -> task(row))
        .list()
        .stream()
        .filter(task -> !task.isForRequester())
        .toList();
  }

  private static Task task(ResultSet row) throws SQLException {
    var created = row.getObject("created_at", OffsetDateTime.class);
    return new Task(
        row.getLong("key"),
        row.getString("state"),
        row.getString("action"),
        row.getString("approval"),
        List.of((String[]) row.getArray("candidate_groups").getArray()),
        List.of((String[]) row.getArray("candidate_users").getArray()),
        row.getObject("form_key", Long.class),
        created == null ? null : created.toInstant(),
        row.getString("claimed_by"));
  }
}
