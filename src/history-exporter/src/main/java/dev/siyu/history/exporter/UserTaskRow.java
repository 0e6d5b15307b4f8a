package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;
import static dev.siyu.history.exporter.Rows.text;
import static dev.siyu.history.exporter.Rows.time;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A native user task. */
record UserTaskRow(
    long key,
    long instanceKey,
    String elementId,
    long elementInstanceKey,
    String state,
    @Nullable String assignee,
    List<String> candidateGroups,
    List<String> candidateUsers,
    @Nullable Long formKey,
    @Nullable String dueDate,
    @Nullable String action,
    @Nullable Instant createdAt,
    @Nullable Instant endedAt)
    implements Change {

  private static final String BETWEEN = "\u001f";

  // unnest flattens arrays of arrays, so the lists travel as text.
  private static final String WRITE =
      """
      insert into history.user_task as t (key, instance_key, element_id, element_instance_key, state,
        assignee, candidate_groups, candidate_users, form_key, due_date, action, created_at, ended_at)
      select key, instance_key, element_id, element_instance_key, state, assignee,
        string_to_array(groups, chr(31)), string_to_array(users, chr(31)),
        form_key, due_date, action, created_at, ended_at
      from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        as i (key, instance_key, element_id, element_instance_key, state, assignee, groups, users,
              form_key, due_date, action, created_at, ended_at)
      on conflict (key) do update set
        element_id = excluded.element_id, state = excluded.state, assignee = excluded.assignee,
        candidate_groups = excluded.candidate_groups, candidate_users = excluded.candidate_users,
        due_date = excluded.due_date, action = coalesce(excluded.action, t.action),
        created_at = coalesce(t.created_at, excluded.created_at), ended_at = excluded.ended_at
      """;

  static Rows<UserTaskRow> rows() {
    return new Rows<>(
        WRITE,
        (earlier, later) -> later,
        List.of(
            number(UserTaskRow::key),
            number(UserTaskRow::instanceKey),
            text(UserTaskRow::elementId),
            number(UserTaskRow::elementInstanceKey),
            text(UserTaskRow::state),
            text(UserTaskRow::assignee),
            text(row -> String.join(BETWEEN, row.candidateGroups)),
            text(row -> String.join(BETWEEN, row.candidateUsers)),
            number(UserTaskRow::formKey),
            text(UserTaskRow::dueDate),
            text(UserTaskRow::action),
            time(UserTaskRow::createdAt),
            time(UserTaskRow::endedAt)));
  }

  @Override
  public void mergeInto(Projections projections) {
    projections.userTasks.put(key, this);
  }
}
