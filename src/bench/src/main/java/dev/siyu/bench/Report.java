package dev.siyu.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of one run as Markdown; what was not measured is left out. */
final class Report {

  private final Map<String, Results> journeys = new LinkedHashMap<>();
  private final List<String> goals = new ArrayList<>();
  private final String title;
  private @Nullable Results whole;
  private @Nullable Results bare;
  private double bestPeer;

  Report(int customers, int rounds, int burst) {
    this.title =
        "%d customers a round, %d rounds, burst of %d adds in 60 s; %d CPUs, Java %s"
            .formatted(
                customers,
                rounds,
                burst,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature());
  }

  private String durability = "";

  void durability(String said) {
    durability = said;
  }

  void whole(Results results) {
    whole = results;
    journeys.put("Siyu, whole system", results);
  }

  void bare(Results results) {
    bare = results;
    journeys.put("bare Zeebe 8.5.8", results);
  }

  void withoutExporter(Results results) {
    journeys.put("Siyu without exporter", results);
  }

  void peer(String name, Results results) {
    bestPeer = Math.max(bestPeer, results.warm());
    journeys.put(name, results);
  }

  void callbacks(Offered found) {
    goal(
        "P3 callbacks accepted at 1,000/s offered",
        ">= 1,000/s, p99 < 0.1 s",
        "%.0f/s, %s, refused %d"
            .formatted(found.perSecond(), spread(found.seconds()), found.refused()));
  }

  void burst(Burst.Result found) {
    goal(
        "P4 callback stored -> welcome call",
        "p99 < 1 s, max < 5 s",
        "%s; %d of %d welcomed"
            .formatted(spread(found.fromCallback()), found.fromCallback().count(), found.adds()));
    goal("P4 add at WeCom -> welcome call", "-", spread(found.fromAdd()));
  }

  void payments(Quantiles found) {
    goal("P5 order paid -> nudge cancelled, 50/s", "p99 < 1 s", spread(found));
  }

  private void goal(String what, String goal, String found) {
    goals.add("| " + what + " | " + goal + " | " + found + " |");
  }

  private static String spread(Quantiles found) {
    return "p50 %s, p99 %s, max %s (n = %d)"
        .formatted(time(found.at(0.5)), time(found.at(0.99)), time(found.at(1)), found.count());
  }

  private static String time(double seconds) {
    return String.format(
        Locale.ROOT, seconds < 1 ? "%.0f ms" : "%.1f s", seconds < 1 ? seconds * 1000 : seconds);
  }

  String markdown() {
    var all = new ArrayList<>(List.of(title + "; PostgreSQL: " + durability + ".", ""));
    all.add(
        "| journeys/s | rounds, cold to warm | warm | CPU ms a journey, warm: own JVM / PostgreSQL / broker |");
    all.add("|---|---|---|---|");
    journeys.forEach((name, found) -> all.add(row(name, found)));
    all.addAll(List.of("", "| figure | goal | found |", "|---|---|---|"));
    all.addAll(ratios());
    all.addAll(goals);
    return String.join("\n", all) + "\n";
  }

  private static String row(String name, Results found) {
    var rounds =
        found.all("round").stream()
            .map(value -> "%.0f".formatted(value))
            .collect(Collectors.joining(" → "));
    return "| %s | %s | %.0f | %.1f / %.1f / %.1f |"
        .formatted(
            name,
            rounds,
            found.warm(),
            found.last("cpu-own"),
            found.last("cpu-database"),
            found.last("cpu-broker"));
  }

  private List<String> ratios() {
    var all = new ArrayList<String>();
    if (whole != null && bestPeer > 0) {
      all.add("| P1 Siyu / better peer, warm | >= 2 | %.2f |".formatted(whole.warm() / bestPeer));
    }
    if (whole != null && bare != null) {
      all.add(
          "| P2 Siyu / bare Zeebe, warm | >= 0.7 | %.2f |".formatted(whole.warm() / bare.warm()));
    }
    if (whole != null) {
      all.add(
          "| P6 exporter: share of the broker's CPU samples | < 15 %% | %.1f %% |"
              .formatted(100 * whole.last("exporter-share")));
      all.add(
          "| P6 exporter: age of the newest committed record | p99 < 2 s | p50 %s, p99 %s, max %s |"
              .formatted(
                  time(whole.last("lag-p50")),
                  time(whole.last("lag-p99")),
                  time(whole.last("lag-max"))));
    }
    return all;
  }
}
