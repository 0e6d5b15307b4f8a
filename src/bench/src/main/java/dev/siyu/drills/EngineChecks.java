package dev.siyu.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Timers at their virtual time; nothing stuck anywhere. */
final class EngineChecks {

  private static final String LATENESS =
      """
      select t.key || ' ' || t.element_id || ' due ' || t.due_at as timer,
        extract(epoch from r.at - greatest(t.due_at, c.at)) as late_s
      from history.timer t
      join history.record r
        on r.key = t.key and r.value_type = 'TIMER' and r.intent = 'TRIGGERED'
      join history.record c
        on c.key = t.key and c.value_type = 'TIMER' and c.intent = 'CREATED'
      """;
  private static final String OVERDUE =
      """
      select t.key || ' ' || t.element_id || ' due ' || t.due_at from history.timer t
      where t.state = 'WAITING' and t.due_at < (select max(at) from history.record)
      """;

  /** What must be nothing when all is done: sentence, query of texts. */
  private static final List<String[]> NOTHING =
      List.of(
          new String[] {"no timer is overdue", OVERDUE},
          new String[] {
            "no event failed or waits in the inbox",
            "select id || ' ' || type || ' ' || state || ' ' || coalesce(note, '') from inbox_event where state <> 'DONE'"
          },
          new String[] {
            "no message failed or waits in the outbox",
            "select id || ' ' || name || ' ' || state || ' ' || coalesce(note, '') from outbox where state <> 'DONE'"
          },
          new String[] {
            "no message was published twice",
            "select message_id from history.message where message_id is not null group by 1 having count(*) > 1"
          },
          new String[] {
            "every message of the outbox reached the engine",
            "select o.key from outbox o where o.state = 'DONE' and not exists (select 1 from history.message m where m.message_id = o.key)"
          },
          new String[] {
            "no incident is open",
            "select element_id || ' ' || error_type || ' ' || message from history.incident where resolved_at is null"
          },
          new String[] {
            "no record is in quarantine", "select position || ' ' || reason from history.quarantine"
          },
          new String[] {
            "no event or order contradicts an earlier one",
            "select 'event ' || dedupe_key from inbox_conflict union all select kind || ' ' || ref from order_conflict"
          });

  private EngineChecks() {}

  /**
   * @param lateSeconds how late a timer may fire: the clock's grain and some seconds of work
   */
  static List<Finding> all(Tables tables, Outside outside, long lateSeconds) {
    List<Finding> found = new ArrayList<>();
    found.add(timers(tables, lateSeconds));
    NOTHING.forEach(pair -> found.add(Finding.none(pair[0], tables.texts(pair[1]))));
    found.add(lost(outside));
    return found;
  }

  private static Finding timers(Tables tables, long lateSeconds) {
    List<String> wrong = new ArrayList<>();
    double most = 0;
    double least = Double.MAX_VALUE;
    List<Map<String, Object>> rows = tables.rows(LATENESS);
    for (Map<String, Object> row : rows) {
      double late = Double.parseDouble(String.valueOf(row.get("late_s")));
      most = Math.max(most, late);
      least = Math.min(least, late);
      if (late < 0 || late > lateSeconds) {
        wrong.add(row.get("timer") + ": " + late + " s late");
      }
    }
    String figures =
        "%,d timers, %.1f to %.1f s after their due time (at most %d)"
            .formatted(rows.size(), rows.isEmpty() ? 0 : least, most, lateSeconds);
    return new Finding("timers fire at their virtual time, never before", figures, wrong);
  }

  private static Finding lost(Outside outside) {
    var callbacks = outside.summary().path("callbacks");
    long lost =
        callbacks.path("wecom").path("lost").asLong(0)
            + callbacks.path("mall").path("lost").asLong(0);
    return Finding.same("no callback was lost for good", 0L, lost);
  }
}
