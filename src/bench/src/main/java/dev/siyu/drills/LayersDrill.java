package dev.siyu.drills;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole recorded year, and then every customer's layer held against a query of its own over the
 * files. Arguments: {@code customers=all|300 home=<folder> limit=<minutes> to=2011-12-09}. With all
 * customers also the refunds of those who never ordered, so that the sums are those of the files.
 * With the {@code home} of a drill that was cut off it goes on from there. {@code grain=PT30M} is
 * the clock's; {@code rules=off} switches the product's quiet hours and caps off, and the judge
 * outside must say WRONG.
 */
public final class LayersDrill {

  private LayersDrill() {}

  public static void main(String[] args) {
    Arguments arguments = Arguments.of(args);
    Integer customers = arguments.number("customers");
    String to = arguments.given().getOrDefault("to", Books.YEAR.to());
    Books.Range range = new Books.Range(Books.YEAR.from(), to, to, customers == null);
    Duration limit = Duration.ofMinutes(arguments.number("limit", 60));
    Duration grain = Duration.parse(arguments.given().getOrDefault("grain", "PT15M"));
    List<String> extra = new ArrayList<>(places(customers));
    extra.add("--siyu.clock.grain=" + grain);
    if (arguments.given().getOrDefault("rules", "on").equals("off")) {
      extra.addAll(NO_RULES);
    }
    System.exit(run(arguments.home(), customers, range, limit, grain, extra) ? 0 : 1);
  }

  private static final List<String> NO_RULES =
      List.of(
          "--siyu.rules.quiet-from=00:00",
          "--siyu.rules.quiet-until=00:00",
          "--siyu.rules.mass-sends-per-day=20",
          "--siyu.rules.mass-sends-per-week=100",
          "--siyu.rules.member-per-day=10",
          "--siyu.rules.coupons-per-day=20",
          "--siyu.rules.coupons-per-week=100");

  /**
   * A few customers would have no place in the core circle: 10 for each 500 is none for each 49.
   */
  private static List<String> places(@Nullable Integer customers) {
    return customers == null
        ? List.of()
        : List.of("--siyu.core.places=50", "--siyu.core.group-size=50");
  }

  private static boolean run(
      Path home,
      @Nullable Integer customers,
      Books.Range range,
      Duration limit,
      Duration grain,
      List<String> extra) {
    Books books = Books.read(customers, range);
    System.out.printf("home %s, logs in app.log and data/run%n", home);
    try (Product product = new Product(home, extra.toArray(String[]::new))) {
      System.out.printf("start: %.1f s%n", product.start().toMillis() / 1000.0);
      ReplayRun replay = new ReplayRun(product);
      if (!replay.point().state().equals("RUNNING")) { // a drill that was cut off goes on
        replay.begin(customers, range);
      }
      Duration took = replay.awaitEnd(limit);
      System.out.printf(
          "replay of %,d customers, %,d orders, %,d refunds: %.1f s%n",
          books.customers().size(),
          books.orders().size(),
          books.refunds().size(),
          took.toMillis() / 1000.0);
      List<Finding> found = new ArrayList<>();
      try (FileBase files = FileBase.open(product.tables(), range, books)) {
        found.addAll(LayerChecks.all(product.tables(), files, books, range));
      }
      found.addAll(Checks.afterReplay(product, books, grain.plusMinutes(1).toSeconds()));
      Story.of(product.tables()).write(home.resolve("story.txt"));
      return Finding.print(found);
    }
  }
}
