package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;
import static dev.siyu.history.exporter.Rows.text;
import static dev.siyu.history.exporter.Rows.time;

import java.time.Instant;
import java.util.List;

/** A deployed drawing. */
record DefinitionRow(
    long key, String processId, int version, String resourceName, String xml, Instant at)
    implements Change {

  // Sorted, because all partitions report the same deployments at the same time.
  private static final String WRITE =
      """
      insert into history.process_definition
      select * from unnest(?, ?, ?, ?, ?, ?)
        as i (key, process_id, version, resource_name, xml, deployed_at)
      order by key
      on conflict (key) do nothing
      """;

  static Rows<DefinitionRow> rows() {
    return new Rows<>(
        WRITE,
        (earlier, later) -> earlier,
        List.of(
            number(DefinitionRow::key),
            text(DefinitionRow::processId),
            number(DefinitionRow::version),
            text(DefinitionRow::resourceName),
            text(DefinitionRow::xml),
            time(DefinitionRow::at)));
  }

  @Override
  public void mergeInto(Projections projections) {
    projections.definitions.put(key, this);
  }
}
