package dev.siyu.rehearsalroom;

import dev.siyu.rehearsals.Scenario;
import dev.siyu.rehearsals.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** Stands in for the whole product in a child process; the order's replay says how it behaves. */
public final class FakeProduct {

  private static final String ORDER = "--siyu.rehearsal.order=";

  private FakeProduct() {}

  static Stage.Order order(String behaves) {
    return new Stage.Order(
        7,
        "first-order",
        List.of(),
        behaves,
        List.of(),
        null,
        0,
        Instant.parse("2026-12-06T16:00:00Z"),
        Duration.ofMinutes(30),
        new Scenario.People(
            Duration.ofHours(2), 100, Duration.ofHours(4), 90, Duration.ofMinutes(5)));
  }

  /** Its progress tells its process id. */
  public static void main(String[] args) throws IOException, InterruptedException {
    var file =
        Arrays.stream(args)
            .filter(arg -> arg.startsWith(ORDER))
            .findFirst()
            .orElseThrow()
            .substring(ORDER.length());
    var papers = new Papers(Objects.requireNonNull(Path.of(file).getParent()));
    System.out.println("these are the last words");
    papers.writeProgress(
        new Stage.Progress("PLAY", Instant.EPOCH, ProcessHandle.current().pid(), 1));
    switch (papers.readOrder().replay()) {
      case "well" -> {
        try (var stories = papers.stories()) {
          stories.write("12345\t{\"touches\":1}\n");
        }
        papers.writeReport("{\"summary\":{}}");
      }
      case "badly" -> papers.writeFailure("no disk");
      case "silently" -> System.exit(3);
      default -> new CountDownLatch(1).await();
    }
  }
}
