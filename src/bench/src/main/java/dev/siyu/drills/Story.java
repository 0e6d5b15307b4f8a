package dev.siyu.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What became of every touch and journey, told without numbers that differ from run to run, so that
 * two runs can be compared.
 */
record Story(Map<String, String> lines) {

  private static final String TOUCHES =
      """
      select c.external_user_id || ' ' || t.journey || ' ' || t.step || ' '
        || regexp_replace(t.occurrence, '^e[0-9]+', 'e') as who, t.state || coalesce(' ' || t.rule, '') as ending
      from touchpoint t join customer c on c.id = t.customer_id
      """;
  private static final String JOURNEYS =
      """
      select c.external_user_id || ' ' || i.process_id || ' #'
        || row_number() over (partition by i.customer_id, i.process_id order by i.started_at, i.key)
        as who, i.state as ending
      from history.process_instance i join customer c on c.id = i.customer_id
      """;

  private static final String MET =
      """
      with time as (select '%s'::timestamptz - interval '1 minute' as a, '%s'::timestamptz as b)
      select c.external_user_id from time, customer c where c.external_user_id is not null and (
        exists (select 1 from inbox_event e where e.subject in (c.external_user_id, c.union_id)
          and e.received_at between a and b)
        or exists (select 1 from touchpoint t where t.customer_id = c.id
          and t.asked_at between a and b))
      """;

  static Story of(Tables tables) {
    Map<String, String> lines = new TreeMap<>();
    for (String sql : List.of(TOUCHES, JOURNEYS)) {
      tables
          .rows(sql)
          .forEach(
              row -> lines.put(String.valueOf(row.get("who")), String.valueOf(row.get("ending"))));
    }
    return new Story(lines);
  }

  Finding against(Story undisturbed) {
    return against(undisturbed, Set.of());
  }

  /**
   * Only what differs. Allowed, and listed: UNKNOWN for touches in flight at a kill, and customers
   * whose events came while something was down - an order that waits outside while its coupon is
   * already known lets a journey offer what it would not have offered a second later.
   *
   * @param met persons with an event or touch in the time of a kill
   */
  Finding against(Story undisturbed, Set<String> met) {
    List<String> wrong = new ArrayList<>();
    List<String> unclear = new ArrayList<>();
    Map<String, String> all = new TreeMap<>(undisturbed.lines());
    all.putAll(lines);
    for (String who : all.keySet()) {
      String expected = undisturbed.lines().get(who);
      String found = lines.get(who);
      boolean differs = !String.valueOf(expected).equals(String.valueOf(found));
      boolean unknown = found != null && found.startsWith("UNKNOWN");
      if (differs && (unknown || met.contains(who.split(" ")[0]))) {
        unclear.add(who + ": undisturbed " + expected + ", here " + found);
      } else if (differs) {
        wrong.add(who + ": undisturbed " + expected + ", here " + found);
      }
    }
    return new Finding(
        "touches and journeys end as in an undisturbed run",
        all.size() + " compared, allowed: " + unclear,
        wrong);
  }

  /** Persons somebody told of, or who were to be touched, while a part was down. */
  static Set<String> met(Tables tables, List<Kills.Wound> wounds) {
    Set<String> met = new TreeSet<>();
    wounds.forEach(wound -> met.addAll(tables.texts(MET.formatted(wound.from(), wound.until()))));
    return met;
  }

  void write(Path file) {
    try {
      Files.write(
          file, lines.entrySet().stream().map(l -> l.getKey() + "\t" + l.getValue()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Story read(Path file) {
    Map<String, String> lines = new TreeMap<>();
    try {
      Files.readAllLines(file).forEach(line -> lines.put(line.split("\t")[0], line.split("\t")[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Story(lines);
  }
}
