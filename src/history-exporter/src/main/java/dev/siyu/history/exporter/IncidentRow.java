package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;
import static dev.siyu.history.exporter.Rows.text;
import static dev.siyu.history.exporter.Rows.time;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an instance is stuck. */
record IncidentRow(
    long key,
    long instanceKey,
    long definitionKey,
    String elementId,
    long elementInstanceKey,
    @Nullable Long jobKey,
    String errorType,
    String message,
    @Nullable Instant createdAt,
    @Nullable Instant resolvedAt)
    implements Change {

  private static final String WRITE =
      """
      insert into history.incident as t (key, instance_key, definition_key, element_id,
        element_instance_key, job_key, error_type, message, created_at, resolved_at)
      select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (key) do update set
        definition_key = excluded.definition_key, element_id = excluded.element_id,
        created_at = coalesce(t.created_at, excluded.created_at),
        resolved_at = coalesce(excluded.resolved_at, t.resolved_at)
      """;

  static Rows<IncidentRow> rows() {
    return new Rows<>(
        WRITE,
        IncidentRow::merge,
        List.of(
            number(IncidentRow::key),
            number(IncidentRow::instanceKey),
            number(IncidentRow::definitionKey),
            text(IncidentRow::elementId),
            number(IncidentRow::elementInstanceKey),
            number(IncidentRow::jobKey),
            text(IncidentRow::errorType),
            text(IncidentRow::message),
            time(IncidentRow::createdAt),
            time(IncidentRow::resolvedAt)));
  }

  private static IncidentRow merge(IncidentRow earlier, IncidentRow later) {
    return new IncidentRow(
        later.key,
        later.instanceKey,
        later.definitionKey,
        later.elementId,
        later.elementInstanceKey,
        later.jobKey,
        later.errorType,
        later.message,
        earlier.createdAt == null ? later.createdAt : earlier.createdAt,
        later.resolvedAt == null ? earlier.resolvedAt : later.resolvedAt);
  }

  @Override
  public void mergeInto(Projections projections) {
    projections.incidents.put(key, this);
  }
}
