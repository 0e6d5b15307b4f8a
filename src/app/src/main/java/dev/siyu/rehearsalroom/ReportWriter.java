package dev.siyu.rehearsalroom;

import dev.siyu.rehearsals.Stage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes what came out: figures of the whole, and every customer's story. */
class ReportWriter {

  private final JdbcClient jdbc;
  private final Caps limits;
  private final Path journalFile;
  private final ZoneId zone;
  private final Clock real;
  private final Instant begun;

  /**
   * @param journalFile of the outside
   * @param real tells how long it took
   */
  ReportWriter(JdbcClient jdbc, Caps limits, Path journalFile, ZoneId zone, Clock real) {
    this.jdbc = jdbc;
    this.limits = limits;
    this.journalFile = journalFile;
    this.zone = zone;
    this.real = real;
    this.begun = real.instant();
  }

  void write(Stage.Order order, Papers papers) {
    TouchJournal journal = TouchJournal.read(journalFile, zone);
    String xml =
        order.drawings().stream()
            .filter(one -> one.processId().equals(order.processId()))
            .map(Stage.Drawing::xml)
            .findFirst()
            .orElseThrow();
    Figures figures = new Figures(jdbc, zone);
    List<Caps.Cap> caps = limits.of(journal.touches());
    Map<String, Object> paths = new Paths(jdbc).of(order.processId(), xml);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("summary", summary(figures, journal, caps, paths));
    report.put("touchesByDay", figures.byDay());
    report.put("refusals", figures.refusals());
    report.put("caps", caps);
    report.put("funnel", funnel(figures, journal));
    report.put("steps", figures.steps());
    report.put("paths", paths);
    report.put("journeys", figures.journeys());
    report.put("staff", staff(figures, journal));
    report.put("approvals", figures.approvals());
    report.put("cost", figures.cost());
    new Stories(jdbc, journal).write(order.processId(), papers);
    papers.writeReport(JsonMapper.shared().writeValueAsString(report));
  }

  private Map<String, Object> summary(
      Figures figures, TouchJournal journal, List<Caps.Cap> caps, Map<String, Object> paths) {
    Map<String, Object> summary = new LinkedHashMap<>(figures.totals());
    summary.put("touchesHash", journal.hash());
    summary.put("outsideTouches", journal.touches().size());
    summary.put("coverage", paths.get("coverage"));
    summary.put("neverTaken", size(paths, "neverTaken"));
    summary.put("deadEnds", size(paths, "deadEnds"));
    summary.put("overCaps", caps.stream().mapToInt(Caps.Cap::over).sum());
    summary.put("seconds", Duration.between(begun, real.instant()).toSeconds());
    return summary;
  }

  private static int size(Map<String, Object> paths, String part) {
    return paths.get(part) instanceof List<?> list ? list.size() : 0;
  }

  private static Map<String, Object> funnel(Figures figures, TouchJournal journal) {
    Map<String, Object> funnel = new LinkedHashMap<>(figures.funnel());
    funnel.put("replied", journal.replies().size());
    return funnel;
  }

  private static List<Map<String, Object>> staff(Figures figures, TouchJournal journal) {
    Map<String, Map<String, Object>> rows = new TreeMap<>();
    add(rows, journal.confirmed(), "confirmed");
    add(rows, journal.told(), "told");
    figures
        .tasks()
        .forEach(
            task ->
                row(rows, String.valueOf(task.get("day")), String.valueOf(task.get("staff")))
                    .put("tasks", task.get("tasks")));
    return List.copyOf(rows.values());
  }

  private static void add(
      Map<String, Map<String, Object>> rows, Map<String, Map<String, Integer>> counts, String as) {
    counts.forEach(
        (staff, days) -> days.forEach((day, count) -> row(rows, day, staff).put(as, count)));
  }

  private static Map<String, Object> row(
      Map<String, Map<String, Object>> rows, String day, String staff) {
    return rows.computeIfAbsent(
        day + " " + staff,
        key -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("day", day);
          row.put("staff", staff);
          return row;
        });
  }
}
