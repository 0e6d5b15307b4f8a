package dev.siyu.drills;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days of a rehearsal played once more in an ordinary product whose clock runs: who was told
 * what must be the same. Moments differ by as much as the rehearsal rounds them up.
 */
final class SameDay {

  private SameDay() {}

  static Finding compare(
      Path home,
      String replay,
      Books.Range range,
      @Nullable Integer customers,
      int speed,
      Duration grain,
      Duration limit) {
    Map<String, Long> rehearsed = touches(home.resolve("play-1/data/simulator/journal.jsonl"));
    Path folder = home.resolve("running");
    try (Product product = new Product(folder, "--siyu.clock.grain=" + grain)) {
      product.start();
      ReplayRun run = new ReplayRun(product);
      run.begin(customers, range, Integer.toString(speed));
      Duration took = run.awaitEnd(limit);
      System.out.printf(
          "the same days with a clock that runs %d times faster: %.1f s%n",
          speed, took.toMillis() / 1000.0);
      return Finding.sameOfSome(
          "a running clock makes the same touches as the rehearsal of " + replay,
          rehearsed,
          touches(product.journal()));
    }
  }

  private static Map<String, Long> touches(Path journal) {
    List<Heard> heard = Heard.in(journal);
    return heard.stream()
        .map(SameDay::line)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.groupingBy(line -> line, TreeMap::new, Collectors.counting()));
  }

  private static String line(Heard heard) {
    return switch (heard) {
      case Heard.Message message -> message.person() + " message " + message.text();
      case Heard.Coupon coupon -> coupon.person() + " coupon " + coupon.template();
      case Heard.Welcome welcome -> welcome.person() + " welcome";
      case Heard.Tagged tagged -> tagged.person() + " tagged";
      case Heard.Added added -> "";
      case Heard.Left left -> "";
      case Heard.Paid paid -> "";
      case Heard.Refunded refunded -> "";
    };
  }
}
