package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;
import static dev.siyu.history.exporter.Rows.text;
import static dev.siyu.history.exporter.Rows.time;

import java.time.Instant;
import java.util.List;

/** The latest value of a variable, as JSON text. */
record VariableRow(long scopeKey, String name, long instanceKey, String value, Instant at)
    implements Change {

  private static final String WRITE =
      """
      insert into history.variable (scope_key, name, instance_key, value, updated_at)
      select * from unnest(?, ?, ?, ?, ?)
      on conflict (scope_key, name) do update set
        value = excluded.value, updated_at = excluded.updated_at
      """;

  private record Key(long scopeKey, String name) {}

  static Rows<VariableRow> rows() {
    return new Rows<>(
        WRITE,
        (earlier, later) -> later,
        List.of(
            number(VariableRow::scopeKey),
            text(VariableRow::name),
            number(VariableRow::instanceKey),
            text(VariableRow::value),
            time(VariableRow::at)));
  }

  @Override
  public void mergeInto(Projections projections) {
    projections.variables.put(new Key(scopeKey, name), this);
  }
}
