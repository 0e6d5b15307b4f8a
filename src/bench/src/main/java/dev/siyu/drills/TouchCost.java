package dev.siyu.drills;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a touch costs in engine commands, for each journey, as Markdown. Reads the history of a
 * product that runs (after a replay): {@code port=<PostgreSQL> home=<the product's folder>}.
 *
 * <p>A command is a message Siyu published or a job it completed or failed, as the engine accepted
 * it. A publish counts for every journey that heard it, one that nobody heard only in the total.
 */
public final class TouchCost {

  private static final String COST =
      """
      with heard as (
        select distinct value->>'messageKey' as message, value->>'bpmnProcessId' as journey
        from history.record
        where intent = 'CORRELATED'
          and value_type in ('PROCESS_MESSAGE_SUBSCRIPTION', 'MESSAGE_START_EVENT_SUBSCRIPTION')),
      publishes as (select journey, count(*) as n from heard group by 1),
      jobs as (
        select value->>'bpmnProcessId' as journey, count(distinct key) as handed,
          count(*) filter (where intent = 'COMPLETED') as completed,
          count(*) filter (where intent = 'FAILED'
            and value->>'errorMessage' <> 'Failed to send activated jobs to client') as failed
        from history.record where value_type = 'JOB' group by 1),
      touches as (
        select journey, count(*) as asked,
          count(*) filter (where state in ('SENT', 'QUEUED')) as made
        from touchpoint group by 1),
      runs as (select process_id as journey, count(*) as n from history.process_instance group by 1)
      select runs.journey, runs.n as runs, coalesce(p.n, 0) as publishes,
        coalesce(j.completed, 0) as completed, coalesce(j.failed, 0) as failed,
        coalesce(j.handed, 0) as handed, coalesce(t.asked, 0) as asked, coalesce(t.made, 0) as made
      from runs left join publishes p using (journey) left join jobs j using (journey)
        left join touches t using (journey)
      order by 1
      """;

  private static final String UNHEARD =
      """
      select count(*) from history.message m where not exists (
        select from history.record r where r.intent = 'CORRELATED'
          and r.value_type in ('PROCESS_MESSAGE_SUBSCRIPTION', 'MESSAGE_START_EVENT_SUBSCRIPTION')
          and (r.value->>'messageKey')::bigint = m.key)
      """;

  private static final String STEPS =
      """
      select value->>'type' as type, count(*) as n from history.record
      where value_type = 'JOB' and intent = 'COMPLETED' and value->>'bpmnProcessId' = '%s'
      group by 1 order by 2 desc
      """;

  private TouchCost() {}

  public static void main(String[] args) {
    var arguments = Arguments.of(args);
    var tables =
        new Tables(
            arguments.number("port", 15432),
            Path.of(arguments.given().getOrDefault("home", ".")).resolve("run/postgres.password"));
    System.out.println(markdown(tables));
  }

  private static String markdown(Tables tables) {
    var rows = tables.rows(COST);
    var lines =
        rows.stream().map(row -> line(row, steps(tables, row))).collect(Collectors.joining("\n"));
    long unheard = tables.number(UNHEARD);
    long commands = sum(rows, "publishes") + sum(rows, "completed") + sum(rows, "failed");
    long made = sum(rows, "made");
    return String.join(
        "\n",
        "| journey | runs | messages | jobs done / failed | handed out | touches made (asked) |"
            + " commands a touch made | jobs by type |",
        "|---|---|---|---|---|---|---|---|",
        lines,
        "| all | %d | %d | %d / %d | %d | %d (%d) | **%s** | |"
            .formatted(
                sum(rows, "runs"),
                sum(rows, "publishes"),
                sum(rows, "completed"),
                sum(rows, "failed"),
                sum(rows, "handed"),
                made,
                sum(rows, "asked"),
                ratio(commands, made)),
        "",
        "Messages nobody heard: %d; with them %s commands a touch."
            .formatted(unheard, ratio(commands + unheard, made)));
  }

  private static String line(Map<String, Object> row, String steps) {
    long commands = number(row, "publishes") + number(row, "completed") + number(row, "failed");
    return "| %s | %d | %d | %d / %d | %d | %d (%d) | %s | %s |"
        .formatted(
            row.get("journey"),
            number(row, "runs"),
            number(row, "publishes"),
            number(row, "completed"),
            number(row, "failed"),
            number(row, "handed"),
            number(row, "made"),
            number(row, "asked"),
            ratio(commands, number(row, "made")),
            steps);
  }

  private static String steps(Tables tables, Map<String, Object> row) {
    return tables.rows(STEPS.formatted(row.get("journey"))).stream()
        .map(step -> step.get("type") + " " + step.get("n"))
        .collect(Collectors.joining(", "));
  }

  private static long sum(List<Map<String, Object>> rows, String column) {
    return rows.stream().mapToLong(row -> number(row, column)).sum();
  }

  private static long number(Map<String, Object> row, String column) {
    return ((Number) Objects.requireNonNull(row.get(column), column)).longValue();
  }

  private static String ratio(long commands, long touches) {
    return touches == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) commands / touches);
  }
}
