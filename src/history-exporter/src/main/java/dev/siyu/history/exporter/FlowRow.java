package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;
import static dev.siyu.history.exporter.Rows.text;
import static dev.siyu.history.exporter.Rows.time;

import java.time.Instant;
import java.util.List;

/** An arrow an instance passed. */
record FlowRow(long instanceKey, String flowId, Instant at, int times) implements Change {

  private static final String WRITE =
      """
      insert into history.flow_taken as f (instance_key, flow_id, at, times)
      select * from unnest(?, ?, ?, ?)
      on conflict (instance_key, flow_id) do update set
        at = excluded.at, times = f.times + excluded.times
      """;

  private record Key(long instanceKey, String flowId) {}

  static Rows<FlowRow> rows() {
    return new Rows<>(
        WRITE,
        (earlier, later) ->
            new FlowRow(later.instanceKey, later.flowId, later.at, earlier.times + later.times),
        List.of(
            number(FlowRow::instanceKey),
            text(FlowRow::flowId),
            time(FlowRow::at),
            number(FlowRow::times)));
  }

  @Override
  public void mergeInto(Projections projections) {
    projections.flows.put(new Key(instanceKey, flowId), this);
  }
}
