package dev.siyu.drills;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One rehearsal, played as the console has it played, without a console. */
record OnStage(Path home, JsonNode report, Duration took) {

  private static final String STANDS_AT = "2026-12-06T16:00:00Z";
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * @param replay as for the command line
   * @throws IllegalStateException with what the stage says when it failed
   */
  static OnStage play(Path home, String processId, String replay, Duration grain, Duration limit) {
    try {
      Files.createDirectories(home);
      Files.writeString(home.resolve("order.json"), order(processId, replay, grain));
      long begin = System.nanoTime();
      try (Product product =
          new Product(
              home,
              List.of("-XX:+UseSerialGC"),
              "--siyu.rehearsal.order=" + home.resolve("order.json").toAbsolutePath(),
              "--siyu.rehearsals.enabled=false",
              "--siyu.clock.stands-at=" + STANDS_AT,
              "--siyu.clock.grain=" + grain,
              "--siyu.goods.every=PT0S",
              "--siyu.postgres.durable=false")) {
        product.launch();
        Path report = home.resolve("report.json");
        Path failure = home.resolve("failure.txt");
        Waiting.until(
            "the rehearsal ends, see " + product.log(),
            limit,
            () -> {
              Waiting.pause(Duration.ofMillis(200));
              return Files.exists(report)
                  || Files.exists(failure)
                  || product.process(Product.Part.APP).isEmpty();
            });
        if (!Files.exists(report)) {
          throw new IllegalStateException(
              Files.exists(failure) ? Files.readString(failure) : "see " + product.log());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new OnStage(home, JSON.readTree(Files.readString(report)), took);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String order(String processId, String replay, Duration grain) throws IOException {
    String file = "/processes/" + processId + "/" + processId + ".bpmn";
    try (InputStream found = OnStage.class.getResourceAsStream(file)) {
      if (found == null) {
        throw new IOException("not on the class path: " + file);
      }
      String xml = new String(found.readAllBytes(), StandardCharsets.UTF_8);
      return JSON.writeValueAsString(
          Map.of(
              "id",
              1,
              "processId",
              processId,
              "drawings",
              List.of(Map.of("processId", processId, "xml", xml)),
              "replay",
              replay,
              "files",
              List.of(),
              "seed",
              0,
              "standsAt",
              STANDS_AT,
              "grain",
              grain.toString(),
              "people",
              Map.of(
                  "approveAfter", "PT2H",
                  "approvePercent", 100,
                  "workAfter", "PT4H",
                  "workPercent", 90,
                  "confirmAfter", "PT5M")));
    }
  }

  JsonNode summary() {
    return report.path("summary");
  }

  Path journal() {
    return home.resolve("data/simulator/journal.jsonl");
  }
}
