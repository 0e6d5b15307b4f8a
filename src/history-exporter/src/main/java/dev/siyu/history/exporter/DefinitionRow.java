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

  // Every partition reports each deployment; sorted against deadlocks, the earliest report counts.
  private static final String WRITE =
      """
      insert into history.process_definition
      select * from unnest(?, ?, ?, ?, ?, ?)
        as i (key, process_id, version, resource_name, xml, deployed_at)
      order by key
      on conflict (key) do update
        set deployed_at = least(process_definition.deployed_at, excluded.deployed_at)
      """;

  static Rows<DefinitionRow> rows() {
    return new Rows<>(
        WRITE,
        (one, other) -> other.at().isBefore(one.at()) ? other : one,
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
