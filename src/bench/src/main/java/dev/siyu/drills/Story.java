package dev.siyu.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  /** Only what differs; UNKNOWN is allowed for touches in flight at a kill, and listed. */
  Finding against(Story undisturbed) {
    List<String> wrong = new ArrayList<>();
    List<String> unclear = new ArrayList<>();
    Map<String, String> all = new TreeMap<>(undisturbed.lines());
    all.putAll(lines);
    for (String who : all.keySet()) {
      String expected = undisturbed.lines().get(who);
      String found = lines.get(who);
      if (found != null && found.startsWith("UNKNOWN")) {
        unclear.add(who + ": undisturbed " + expected + ", here " + found);
      } else if (!String.valueOf(expected).equals(String.valueOf(found))) {
        wrong.add(who + ": undisturbed " + expected + ", here " + found);
      }
    }
    return new Finding(
        "touches and journeys end as in an undisturbed run",
        all.size() + " compared, unknown: " + unclear,
        wrong);
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
