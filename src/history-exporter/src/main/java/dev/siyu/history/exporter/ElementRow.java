package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;
import static dev.siyu.history.exporter.Rows.text;
import static dev.siyu.history.exporter.Rows.time;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step an instance entered. Counters move by the difference between old and new state. */
record ElementRow(
    long key,
    long instanceKey,
    long definitionKey,
    String elementId,
    String elementType,
    long scopeKey,
    String state,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt)
    implements Change {

  /** Adds what is in {@code moved} to the counters; %s is the column with the element's id. */
  static final String COUNT =
      """
        insert into history.element_counter as c
          (definition_key, element_id, partition_id, active, completed, terminated)
        select definition_key, %s, partition_id,
          coalesce(sum(n) filter (where state = 'ACTIVE'), 0),
          coalesce(sum(n) filter (where state = 'COMPLETED'), 0),
          coalesce(sum(n) filter (where state = 'TERMINATED'), 0)
        from moved group by 1, 2, 3
        on conflict (definition_key, element_id, partition_id) do update set
          active = c.active + excluded.active,
          completed = c.completed + excluded.completed,
          terminated = c.terminated + excluded.terminated
      """;

  private static final String WRITE =
      """
      with incoming as (
        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          as i (key, instance_key, definition_key, element_id, element_type, scope_key, state,
                started_at, ended_at, partition_id)
      ), moved as (
        select i.definition_key, i.element_id, i.partition_id, i.state, 1 as n from incoming i
        union all
        select e.definition_key, e.element_id, i.partition_id, e.state, -1
        from history.element_instance e join incoming i using (key)
      ), counted as (
      """
          + COUNT.formatted("element_id")
          + """
      )
      insert into history.element_instance as e (key, instance_key, definition_key, element_id,
        element_type, scope_key, state, started_at, ended_at)
      select key, instance_key, definition_key, element_id, element_type, scope_key, state,
        started_at, ended_at from incoming
      on conflict (key) do update set
        definition_key = excluded.definition_key,
        element_id = excluded.element_id,
        state = excluded.state,
        started_at = coalesce(e.started_at, excluded.started_at),
        ended_at = excluded.ended_at
      """;

  static Rows<ElementRow> rows(int partitionId) {
    return new Rows<>(
        WRITE,
        ElementRow::merge,
        List.of(
            number(ElementRow::key),
            number(ElementRow::instanceKey),
            number(ElementRow::definitionKey),
            text(ElementRow::elementId),
            text(ElementRow::elementType),
            number(ElementRow::scopeKey),
            text(ElementRow::state),
            time(ElementRow::startedAt),
            time(ElementRow::endedAt),
            number(row -> (long) partitionId)));
  }

  private static ElementRow merge(ElementRow earlier, ElementRow later) {
    return new ElementRow(
        later.key,
        later.instanceKey,
        later.definitionKey,
        later.elementId,
        later.elementType,
        later.scopeKey,
        later.state,
        earlier.startedAt == null ? later.startedAt : earlier.startedAt,
        later.endedAt);
  }

  @Override
  public void mergeInto(Projections projections) {
    projections.elements.put(key, this);
  }
}
