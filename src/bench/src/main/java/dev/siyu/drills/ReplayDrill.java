package dev.siyu.drills;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The replay of the customers who first bought in December 2010, held against the files, the
 * simulator's log and the rules; then again, which must change nothing. Arguments: {@code
 * customers=885|all home=<folder> limit=<minutes>}.
 */
public final class ReplayDrill {

  /** The clock's grain and a minute of work. */
  static final long LATE_SECONDS = 15 * 60 + 60;

  private ReplayDrill() {}

  public static void main(String[] args) {
    Arguments arguments = Arguments.of(args);
    boolean fine =
        run(
            arguments.home(),
            arguments.number("customers"),
            Duration.ofMinutes(arguments.number("limit", 20)));
    System.exit(fine ? 0 : 1);
  }

  private static boolean run(Path home, @Nullable Integer customers, Duration limit) {
    Books books = Books.read(customers);
    System.out.printf("home %s, logs in app.log and data/run%n", home);
    try (Product product = new Product(home)) {
      System.out.printf("start: %.1f s%n", product.start().toMillis() / 1000.0);
      Duration took = new ReplayRun(product).through(customers, limit);
      System.out.printf(
          "replay of %,d customers: %.1f s%n", books.customers().size(), took.toMillis() / 1000.0);
      List<Finding> found = new ArrayList<>(Checks.afterReplay(product, books, LATE_SECONDS));
      Story.of(product.tables()).write(home.resolve("story.txt"));
      found.addAll(again(product, customers, limit));
      return Finding.print(found);
    }
  }

  private static List<Finding> again(Product product, @Nullable Integer customers, Duration limit) {
    Map<String, Long> rows = product.tables().counts();
    Story story = Story.of(product.tables());
    long calls = product.outside().summary().path("total").asLong();
    new ReplayRun(product).through(customers, limit);
    return List.of(
        Finding.sameSets(
            "a second replay adds no row to any table", rows, product.tables().counts()),
        Finding.same(
            "a second replay calls nobody",
            calls,
            product.outside().summary().path("total").asLong()),
        Story.of(product.tables()).against(story));
  }
}
