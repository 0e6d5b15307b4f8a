package dev.siyu.drills;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The replay with kill -9 of broker, app and PostgreSQL, each so often at seeded moments, compared
 * with an undisturbed one. Arguments: {@code customers=40 kills=3 seed=7 home=<folder>
 * story=<story.txt of a ReplayDrill with the same customers> limit=<minutes>}.
 */
public final class KillDrill {

  private static final Duration RECOVERY = Duration.ofSeconds(60);

  /** Grain of the clock, a recovery, some work. */
  static final long LATE_SECONDS = 15 * 60 + 180;

  private KillDrill() {}

  public static void main(String[] args) {
    Arguments arguments = Arguments.of(args);
    Path home = arguments.home();
    Integer customers = arguments.number("customers");
    Duration limit = Duration.ofMinutes(arguments.number("limit", 30));
    Path story = arguments.file("story");
    Story undisturbed =
        story != null
            ? Story.read(story)
            : undisturbed(home.resolve("undisturbed"), customers, limit);
    System.exit(run(home.resolve("killed"), customers, limit, arguments, undisturbed) ? 0 : 1);
  }

  private static Story undisturbed(Path home, @Nullable Integer customers, Duration limit) {
    try (Product product = new Product(home)) {
      product.start();
      Duration took = new ReplayRun(product).through(customers, limit);
      System.out.printf("undisturbed: %.1f s%n", took.toMillis() / 1000.0);
      return Story.of(product.tables());
    }
  }

  private static boolean run(
      Path home,
      @Nullable Integer customers,
      Duration limit,
      Arguments arguments,
      Story undisturbed) {
    System.out.printf("seed=%d home=%s%n", arguments.seed(), home);
    try (Product product = new Product(home)) {
      product.start();
      ReplayRun replay = new ReplayRun(product);
      long begin = System.nanoTime();
      replay.begin(customers);
      List<Kills.Wound> wounds =
          new Kills(product, replay, arguments.seed()).inflict(arguments.number("kills", 3));
      replay.awaitEnd(limit);
      System.out.printf(
          "replay with kills: %.1f s%n",
          Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
      List<Finding> found = new ArrayList<>();
      found.add(Kills.inTime(wounds, RECOVERY));
      found.addAll(Checks.afterReplay(product, Books.read(customers), LATE_SECONDS));
      Tables tables = product.tables();
      found.add(Story.of(tables).against(undisturbed, Story.met(tables, wounds)));
      return Finding.print(found);
    }
  }
}
