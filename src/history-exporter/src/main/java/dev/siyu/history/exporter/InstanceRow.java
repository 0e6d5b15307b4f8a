package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;
import static dev.siyu.history.exporter.Rows.text;
import static dev.siyu.history.exporter.Rows.time;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journey run.
 *
 * @param version 0 when only the customer is known: variables may come before the start
 */
record InstanceRow(
    long key,
    String processId,
    int version,
    long definitionKey,
    @Nullable Long parentKey,
    @Nullable String customerId,
    String state,
    Instant startedAt,
    @Nullable Instant endedAt)
    implements Change {

  private static final String WRITE =
      """
      with incoming as (
        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          as i (key, partition_id, process_id, version, definition_key, parent_key, customer_id,
                state, started_at, ended_at)
      ), moved as (
        select i.definition_key, i.process_id, i.partition_id, i.state, 1 as n from incoming i
        union all
        select p.definition_key, p.process_id, i.partition_id, p.state, -1
        from history.process_instance p join incoming i using (key)
      ), counted as (
      """
          + ElementRow.COUNT.formatted("process_id")
          + """
      )
      insert into history.process_instance as p (key, partition_id, process_id, version,
        definition_key, parent_key, customer_id, state, started_at, ended_at)
      select * from incoming
      on conflict (key) do update set
        version = case excluded.version when 0 then p.version else excluded.version end,
        definition_key = excluded.definition_key,
        parent_key = coalesce(excluded.parent_key, p.parent_key),
        customer_id = coalesce(excluded.customer_id, p.customer_id),
        state = excluded.state,
        ended_at = excluded.ended_at
      """;

  static Rows<InstanceRow> rows(int partitionId) {
    return new Rows<>(
        WRITE,
        InstanceRow::merge,
        List.of(
            number(InstanceRow::key),
            number(row -> (long) partitionId),
            text(InstanceRow::processId),
            number(row -> (long) row.version()),
            number(InstanceRow::definitionKey),
            number(InstanceRow::parentKey),
            text(InstanceRow::customerId),
            text(InstanceRow::state),
            time(InstanceRow::startedAt),
            time(InstanceRow::endedAt)));
  }

  private static InstanceRow merge(InstanceRow earlier, InstanceRow later) {
    InstanceRow known = later.version == 0 ? earlier : later;
    return new InstanceRow(
        later.key,
        later.processId,
        known.version,
        later.definitionKey,
        known.parentKey,
        later.customerId == null ? earlier.customerId : later.customerId,
        later.state,
        earlier.startedAt,
        later.endedAt);
  }

  @Override
  public void mergeInto(Projections projections) {
    projections.instances.put(key, this);
  }
}
