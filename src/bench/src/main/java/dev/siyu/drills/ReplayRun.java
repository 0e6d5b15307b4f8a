package dev.siyu.drills;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One replay of the recorded shop, started and watched over HTTP. */
final class ReplayRun {

  /** Where it stands. */
  record Point(String state, Instant virtualNow, long sent, long total, boolean moving) {

    boolean over() {
      return !state.equals("RUNNING") && !moving;
    }

    double share() {
      return total == 0 ? 0 : (double) sent / total;
    }
  }

  /** Each look has the product count the whole recording. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Product product;

  ReplayRun(Product product) {
    this.product = product;
  }

  void begin(@Nullable Integer customers) {
    begin(customers, Books.DECEMBER);
  }

  void begin(@Nullable Integer customers, Books.Range range) {
    begin(customers, range, "max");
  }

  /**
   * @param speed virtual seconds per real second, or max
   */
  void begin(@Nullable Integer customers, Books.Range range, String speed) {
    product
        .api()
        .post(
            "/api/replay",
            """
            {"from":"%s","to":"%s","firstBoughtUntil":"%s","customers":"%s","strangersToo":"%s",
            "speed":"%s"}
            """
                .formatted(
                    range.from(),
                    range.to(),
                    range.firstUntil(),
                    customers == null ? "all" : customers,
                    range.strangers(),
                    speed));
  }

  /** Throws while the app or its database is away. */
  Point point() {
    JsonNode progress = product.api().get("/api/replay");
    return new Point(
        progress.path("state").asString(""),
        Instant.parse(progress.path("virtualNow").asString("")),
        progress.path("sent").asLong(0),
        progress.path("total").asLong(0),
        product.api().get("/api/clock").path("moving").asBoolean(true));
  }

  /** Begins and waits to the end; how long it took. */
  Duration through(@Nullable Integer customers, Duration limit) {
    begin(customers);
    return awaitEnd(limit);
  }

  Duration awaitEnd(Duration limit) {
    return Waiting.until(
        "the replay is done, see " + product.log(),
        limit,
        () -> {
          Waiting.pause(LOOK);
          return Waiting.quietly(() -> point().over());
        });
  }
}
