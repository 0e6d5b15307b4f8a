package dev.siyu.drills;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One provider is ill: what does that cost the others? The same load in turns, healthy and ill, so
 * that both meet the same machine. The others have to get as much done, and no slower; the ill one
 * has to get less done, else nothing was tried. Arguments: {@code rounds=3 adds=60 seconds=15
 * only=<name of an illness, e.g. mall-down> home=<folder>}.
 */
public final class IsolationDrill {

  /** Rounds before the first that counts, at most: until it gets no faster any more. */
  private static final int WARMING = 20;

  /** Of the best median so far; a round above it was no faster. */
  private static final double FASTER = 0.9;

  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration SETTLE = Duration.ofMinutes(5);
  private static final String JOBS =
      """
      select extract(epoch from ended_at - created_at) * 1000 from history.job
      where type = '%s' and state = 'COMPLETED' and created_at > '%s'
      """;
  private static final String ORDERS =
      """
      select extract(epoch from changed_at - received_at) * 1000 from inbox_event
      where type = 'order.paid' and state = 'DONE' and received_at > '%s'
      """;
  private static final String LATEST =
      """
      select greatest((select max(created_at) from history.job),
        (select max(received_at) from inbox_event))::text
      """;

  /** What somebody waits for, by the product's own moments, in ms. */
  private enum Wait {
    TAGS("job mark-tags", JOBS.formatted("mark-tags", "%s"), true),
    COUPON("job issue-coupon", JOBS.formatted("issue-coupon", "%s"), false),
    ORDER("order told to order booked", ORDERS, true);

    private final String text;
    private final String sql;

    /** There is one for each add or order told; how many coupons there are the journeys decide. */
    private final boolean forEach;

    Wait(String text, String sql, boolean forEach) {
      this.text = text;
      this.sql = sql;
      this.forEach = forEach;
    }
  }

  /**
   * Who is ill, whose work that is, and who must not notice; a coupon comes behind its customer's
   * tags and is no other.
   */
  private record Illness(String name, String fault, Wait ill, List<Wait> others) {}

  private static final List<Illness> ILL =
      List.of(
          new Illness("mall down", mall("status", 0), Wait.COUPON, List.of(Wait.TAGS, Wait.ORDER)),
          new Illness(
              "mall slow", mall("latency", 3_000), Wait.COUPON, List.of(Wait.TAGS, Wait.ORDER)),
          new Illness(
              "mall half open",
              mall("half-open", 30_000),
              Wait.COUPON,
              List.of(Wait.TAGS, Wait.ORDER)),
          new Illness(
              "tags of WeCom half open",
              weCom("mark_tag", "half-open", 30_000),
              Wait.TAGS,
              List.of(Wait.ORDER)),
          new Illness(
              "tags of WeCom slow",
              weCom("mark_tag", "latency", 3_000),
              Wait.TAGS,
              List.of(Wait.ORDER)));

  private final Product product;
  private final int adds;
  private final Duration within;
  private int told;

  private IsolationDrill(Product product, int adds, Duration within) {
    this.product = product;
    this.adds = adds;
    this.within = within;
  }

  public static void main(String[] args) {
    Arguments arguments = Arguments.of(args);
    Path home = arguments.home();
    int rounds = arguments.number("rounds", 3);
    String only = arguments.given().getOrDefault("only", "");
    boolean fine;
    try (Product product = new Product(home)) {
      product.start();
      var drill =
          new IsolationDrill(
              product,
              arguments.number("adds", 60),
              Duration.ofSeconds(arguments.number("seconds", 15)));
      drill.warm();
      fine =
          Finding.print(
              ILL.stream()
                  .filter(
                      illness -> only.isEmpty() || illness.name().replace(' ', '-').equals(only))
                  .flatMap(illness -> drill.compare(illness, rounds).stream())
                  .toList());
    }
    System.exit(fine ? 0 : 1);
  }

  /** On two cores the compiler works for minutes: healthy rounds until two were no faster. */
  private void warm() {
    double best = Double.MAX_VALUE;
    int calm = 0;
    for (int i = 0; i < WARMING && calm < 2; i++) {
      double now = Isolation.median(of(round("{}"), Wait.TAGS));
      calm = now > best * FASTER ? calm + 1 : 0;
      best = Math.min(best, now);
      System.out.printf("warming: median of %s %.1f ms%n", Wait.TAGS.text, now);
    }
  }

  private List<Finding> compare(Illness illness, int rounds) {
    Map<Wait, List<Double>> healthy = new EnumMap<>(Wait.class);
    Map<Wait, List<Double>> ill = new EnumMap<>(Wait.class);
    for (int i = 0; i < rounds; i++) {
      boolean illFirst = i % 2 == 1; // so that neither gains from what the other warmed
      if (illFirst) {
        round(illness.fault()).forEach((wait, millis) -> add(ill, wait, millis));
      }
      round("{}").forEach((wait, millis) -> add(healthy, wait, millis));
      if (!illFirst) {
        round(illness.fault()).forEach((wait, millis) -> add(ill, wait, millis));
      }
    }
    Function<Wait, Isolation.Measured> measured =
        wait ->
            new Isolation.Measured(
                wait.text, wait.forEach ? rounds * adds : 0, of(healthy, wait), of(ill, wait));
    System.out.println(
        Isolation.table(illness.name(), Arrays.stream(Wait.values()).map(measured).toList()));
    return Isolation.findings(
        illness.name(),
        measured.apply(illness.ill()),
        illness.others().stream().map(measured).toList());
  }

  private static void add(Map<Wait, List<Double>> all, Wait wait, List<Double> millis) {
    all.computeIfAbsent(wait, none -> new ArrayList<>()).addAll(millis);
  }

  private static List<Double> of(Map<Wait, List<Double>> all, Wait wait) {
    return all.getOrDefault(wait, List.of());
  }

  /** One turn of the load under that trouble; what was waited while it lasted. */
  private Map<Wait, List<Double>> round(String faults) {
    String since = latest();
    product.outside().tell("/sim/faults", faults);
    int first = told;
    long begin = System.nanoTime();
    for (int done = 0; done < adds; ) {
      double share = (double) (System.nanoTime() - begin) / within.toNanos();
      int due = (int) Math.min(adds, Math.ceil(share * adds));
      tell("/sim/wecom/adds", done, due, first, IsolationDrill::add);
      tell("/sim/mall/orders", done, due, first - adds, IsolationDrill::order);
      done = due;
      Waiting.pause(STEP);
    }
    told += adds;
    Waiting.pause(Duration.ofSeconds(2));
    Map<Wait, List<Double>> waits = new EnumMap<>(Wait.class);
    for (Wait wait : Wait.values()) {
      waits.put(
          wait,
          product.tables().texts(wait.sql.formatted(since)).stream().map(Double::valueOf).toList());
    }
    product.outside().tell("/sim/faults", "{}");
    settle();
    return waits;
  }

  private String latest() {
    var found = product.tables().texts(LATEST).getFirst();
    return found.isEmpty() ? "-infinity" : found;
  }

  private void settle() {
    int[] calm = {0};
    Waiting.until(
        "everything is at rest",
        SETTLE,
        () -> {
          Waiting.pause(Duration.ofSeconds(1));
          calm[0] = product.tables().number(BurstDrill.MOVING) == 0 ? calm[0] + 1 : 0;
          return calm[0] == 3;
        });
  }

  private void tell(
      String path, int from, int to, int first, java.util.function.IntFunction<String> body) {
    if (first + from < 0 || from == to) {
      return;
    }
    product
        .outside()
        .tell(
            path,
            IntStream.range(first + from, first + to)
                .mapToObj(body)
                .collect(Collectors.joining(",", "[", "]")));
  }

  private static String mall(String kind, int millis) {
    return fault("mall", "*", kind, millis);
  }

  private static String weCom(String endpoint, String kind, int millis) {
    return fault("wecom", endpoint, kind, millis);
  }

  private static String fault(String target, String endpoint, String kind, int millis) {
    return """
    {"faults":[{"target":"%s","endpoint":"%s","kind":"%s","share":1.0,"millis":%d,"code":503}]}
    """
        .formatted(target, endpoint, kind, millis);
  }

  private static String add(int i) {
    return """
    {"externalUserId":"iso-%d","unionId":"u-iso-%d","name":"iso-%d","staffUserId":"li.na","state":"parcel-card"}
    """
        .formatted(i, i, i);
  }

  /** By somebody of the round before. */
  private static String order(int i) {
    return """
    {"orderId":"iso-o%d","unionId":"u-iso-%d","amountCents":%d,"lineCount":1,"country":"China"}
    """
        .formatted(i, i, 1000 + i);
  }
}
