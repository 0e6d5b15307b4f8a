package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;
import static dev.siyu.history.exporter.Rows.text;
import static dev.siyu.history.exporter.Rows.time;

import java.time.Instant;
import java.util.List;

/**
 * An instance the engine does nothing for any more, because processing one of its records failed
 * (banned). Nothing it waits for will come: the waits end here, and an incident says so.
 */
record GivenUp(long instanceKey, String why, Instant at) implements Change {

  private static final String WRITE =
      """
      with dead as (select * from unnest(?, ?, ?) as i (key, why, at)),
        timers as (update history.timer t set state = 'CANCELED' from dead
          where t.instance_key = dead.key and t.state = 'WAITING'),
        jobs as (update history.job j set state = 'CANCELED', ended_at = dead.at from dead
          where j.instance_key = dead.key and j.state = 'CREATED'),
        waits as (update history.message_wait w set state = 'DELETED', updated_at = dead.at from dead
          where w.instance_key = dead.key and w.state = 'WAITING')
      insert into history.incident (key, instance_key, definition_key, element_id,
        element_instance_key, error_type, message, created_at)
      select dead.key, dead.key, p.definition_key, coalesce(e.element_id, p.process_id),
        coalesce(e.key, dead.key), 'ENGINE_GAVE_UP', dead.why, dead.at
      from dead join history.process_instance p on p.key = dead.key
        left join lateral (select element_id, key from history.element_instance
          where instance_key = dead.key and state = 'ACTIVE' and key <> dead.key
          order by key desc limit 1) e on true
      on conflict (key) do nothing
      """;

  static Rows<GivenUp> rows() {
    return new Rows<>(
        WRITE,
        (earlier, later) -> earlier,
        List.of(number(GivenUp::instanceKey), text(GivenUp::why), time(GivenUp::at)));
  }

  @Override
  public void mergeInto(Projections projections) {
    projections.givenUp.put(instanceKey, this);
  }
}
