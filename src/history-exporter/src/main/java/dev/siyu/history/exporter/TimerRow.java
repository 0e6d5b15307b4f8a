package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;
import static dev.siyu.history.exporter.Rows.text;
import static dev.siyu.history.exporter.Rows.time;

import java.time.Instant;
import java.util.List;

/** A wait for a moment. */
record TimerRow(
    long key,
    long instanceKey,
    String elementId,
    long elementInstanceKey,
    Instant due,
    String state)
    implements Change {

  private static final String WRITE =
      """
      insert into history.timer (key, instance_key, element_id, element_instance_key, due_at, state)
      select * from unnest(?, ?, ?, ?, ?, ?)
      on conflict (key) do update set state = excluded.state, due_at = excluded.due_at
      """;

  static Rows<TimerRow> rows() {
    return new Rows<>(
        WRITE,
        (earlier, later) -> later,
        List.of(
            number(TimerRow::key),
            number(TimerRow::instanceKey),
            text(TimerRow::elementId),
            number(TimerRow::elementInstanceKey),
            time(TimerRow::due),
            text(TimerRow::state)));
  }

  @Override
  public void mergeInto(Projections projections) {
    projections.timers.put(key, this);
  }
}
