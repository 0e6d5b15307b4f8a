package dev.siyu.drills;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The same rehearsal twice: the same hash of touches, the files' money to the cent, nothing against
 * the contact rules. Arguments: {@code customers=all|100 from=2010-12-01 to=2011-01-31
 * firstUntil=<to> grain=PT30M process=first-order times=2 limit=<minutes> home=<folder>}. With
 * {@code speed=1440} the same days are also played by a clock that runs, in an ordinary product.
 */
public final class RehearsalDrill {

  private RehearsalDrill() {}

  public static void main(String[] args) {
    Arguments arguments = Arguments.of(args);
    String from = arguments.given().getOrDefault("from", Books.DECEMBER.from());
    String to = arguments.given().getOrDefault("to", Books.DECEMBER.to());
    String until = arguments.given().getOrDefault("firstUntil", to);
    Integer customers = arguments.number("customers");
    boolean strangers = customers == null && until.equals(to);
    Books.Range range = new Books.Range(from, to, until, strangers);
    System.exit(run(arguments, customers, range) ? 0 : 1);
  }

  private static boolean run(Arguments arguments, @Nullable Integer customers, Books.Range range) {
    Path home = arguments.home();
    Duration limit = Duration.ofMinutes(arguments.number("limit", 60));
    Duration grain = Duration.parse(arguments.given().getOrDefault("grain", "PT30M"));
    String process = arguments.given().getOrDefault("process", "first-order");
    Books books = Books.read(customers, range);
    List<Finding> found = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    for (int i = 1; i <= arguments.number("times", 2); i++) {
      OnStage one =
          OnStage.play(home.resolve("play-" + i), process, replay(customers, range), grain, limit);
      System.out.printf(
          Locale.ROOT, "play %d: %.1f s, %s%n", i, one.took().toMillis() / 1000.0, one.summary());
      hashes.add(one.summary().path("touchesHash").asString(""));
      found.addAll(money(i, books, one));
      found.addAll(OutsideRules.all(Heard.in(one.journal())));
    }
    found.add(sameTouches(hashes));
    int speed = arguments.number("speed", 0);
    if (speed > 0) {
      found.add(
          SameDay.compare(home, replay(customers, range), range, customers, speed, grain, limit));
    }
    return Finding.print(found);
  }

  /** One play, or plays that tell no hash, show nothing. */
  static Finding sameTouches(List<String> hashes) {
    String sentence = "the same touches in every play";
    String figures = hashes.size() + " plays, hashes " + hashes.stream().distinct().toList();
    if (hashes.size() < 2 || hashes.stream().anyMatch(String::isEmpty)) {
      return new Finding(sentence, figures, List.of("nothing was compared"));
    }
    return new Finding(
        sentence,
        figures,
        hashes.stream().distinct().count() == 1 ? List.of() : List.of("they differ"));
  }

  private static List<Finding> money(int play, Books books, OnStage one) {
    return List.of(
        new Finding(
            "play " + play + ": there is something to compare",
            books.orders().size()
                + " orders, "
                + one.summary().path("touches").asLong()
                + " touches",
            books.orders().isEmpty() || one.summary().path("touches").asLong() == 0
                ? List.of("no order in the files or no touch in the play")
                : List.of()),
        Finding.same(
            "play " + play + ": orders in cents as in the files",
            Books.cents(books.orders()),
            one.summary().path("paidCents").asLong(-1)),
        Finding.same(
            "play " + play + ": refunds in cents as in the files",
            Books.cents(books.refunds()),
            one.summary().path("refundedCents").asLong(-1)));
  }

  private static String replay(@Nullable Integer customers, Books.Range range) {
    return "from=%s,to=%s,firstBoughtUntil=%s,customers=%s,strangersToo=%s,goods=false,speed=max"
        .formatted(
            range.from(),
            range.to(),
            range.firstUntil(),
            customers == null ? "all" : customers,
            range.strangers());
  }
}
