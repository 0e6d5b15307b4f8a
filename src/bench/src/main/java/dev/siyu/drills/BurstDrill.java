package dev.siyu.drills;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many adds in a minute: every welcome within its 20 s. Then callbacks that come one to three times
 * in any order: one effect each. Arguments: {@code adds=5000 seconds=60 callbacks=10000 seed=7
 * home=<folder>}.
 */
public final class BurstDrill {

  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration WINDOW = Duration.ofSeconds(20);
  private static final Duration SETTLE = Duration.ofMinutes(15);
  private static final int AT_ONCE = 500;

  /** How much is on its way. */
  static final String MOVING =
      """
      select (select count(*) from inbox_event where state = 'NEW')
        + (select count(*) from outbox where state <> 'DONE')
        + (select count(*) from touchpoint where state = 'PENDING')
        + (select count(*) from history.job where state = 'CREATED' and backoff_until is null)
      """;

  private BurstDrill() {}

  public static void main(String[] args) {
    Arguments arguments = Arguments.of(args);
    Path home = arguments.home();
    int adds = arguments.number("adds", 5000);
    int callbacks = arguments.number("callbacks", 2 * adds);
    System.out.printf("seed=%d home=%s%n", arguments.seed(), home);
    boolean fine;
    try (Product product = new Product(home)) {
      product.start();
      warmUp(product);
      fine =
          Finding.print(burst(product, adds, Duration.ofSeconds(arguments.number("seconds", 60))));
      fine &= Finding.print(shuffled(product, callbacks, adds, arguments.seed()));
    }
    System.exit(fine ? 0 : 1);
  }

  /** The first adds meet a cold machine; they are counted, but not in the burst. */
  private static void warmUp(Product product) {
    tell(
        product,
        "/sim/wecom/adds",
        IntStream.range(0, 100).mapToObj(i -> add("warm-" + i)).toList());
    Waiting.until(
        "the first welcomes left", SETTLE, () -> welcomes(product, "warm-").size() == 100);
  }

  private static List<Finding> burst(Product product, int adds, Duration within) {
    long begin = System.nanoTime();
    int told = 0;
    while (told < adds) {
      double share = (double) (System.nanoTime() - begin) / within.toNanos();
      int due = (int) Math.min(adds, Math.ceil(share * adds));
      tell(
          product,
          "/sim/wecom/adds",
          IntStream.range(told, due).mapToObj(i -> add("burst-" + i)).toList());
      told = due;
      Waiting.pause(STEP);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    System.out.printf("%,d adds told in %.1f s%n", adds, took.toMillis() / 1000.0);
    Waiting.pause(WINDOW);
    Map<String, Long> ages = welcomes(product, "burst-");
    List<Long> sorted = ages.values().stream().sorted().toList();
    List<String> missing =
        IntStream.range(0, adds)
            .mapToObj(i -> "burst-" + i)
            .filter(who -> !ages.containsKey(who))
            .toList();
    List<String> codes =
        product.outside().calls("send_welcome_msg").stream()
            .filter(call -> !call.took())
            .map(call -> call.line().toString())
            .toList();
    return List.of(
        Finding.none("every welcome was delivered within its 20 s", missing),
        Finding.none("no welcome was refused by WeCom", codes),
        goal("add to welcome, p50", percentile(sorted, 0.50), Long.MAX_VALUE),
        goal("add to welcome, p99 < 1 s", percentile(sorted, 0.99), 1_000),
        goal("add to welcome, longest < 5 s", percentile(sorted, 1), 5_000));
  }

  private static Finding goal(String sentence, long millis, long limit) {
    return new Finding(
        sentence, millis + " ms", millis < limit ? List.of() : List.of("goal: " + limit + " ms"));
  }

  private static long percentile(List<Long> sorted, double share) {
    return sorted.isEmpty()
        ? Long.MAX_VALUE
        : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  /** Person -> milliseconds between add and welcome, both by the simulator's clock. */
  private static Map<String, Long> welcomes(Product product, String prefix) {
    Map<String, Long> ages = new HashMap<>();
    product.outside().calls("send_welcome_msg").stream()
        .filter(call -> call.took() && call.text("externalUserId").startsWith(prefix))
        .forEach(
            call ->
                ages.merge(
                    call.text("externalUserId"),
                    Long.parseLong(call.text("ageMillis")),
                    (a, b) -> Long.MAX_VALUE));
    return ages;
  }

  private static List<Finding> shuffled(Product product, int callbacks, int adds, long seed) {
    product
        .outside()
        .tell(
            "/sim/faults",
            """
            {"seed":%d,"faults":[
              {"target":"callbacks","endpoint":"*","kind":"duplicate","share":1.0,"times":-1},
              {"target":"callbacks","endpoint":"*","kind":"shuffle","share":1.0,"times":-1,"millis":3000}]}
            """
                .formatted(seed));
    int orders = callbacks / 2;
    int replies = Math.min(adds, callbacks - orders);
    long before = product.tables().number("select count(*) from inbox_event");
    for (int from = 0; from < orders; from += AT_ONCE) {
      tell(
          product,
          "/sim/mall/orders",
          IntStream.range(from, Math.min(orders, from + AT_ONCE))
              .mapToObj(i -> order(i, adds))
              .toList());
    }
    for (int from = 0; from < replies; from += AT_ONCE) {
      tell(
          product,
          "/sim/wecom/replies",
          IntStream.range(from, Math.min(replies, from + AT_ONCE))
              .mapToObj(BurstDrill::reply)
              .toList());
    }
    Waiting.until("all callbacks are accepted", SETTLE, () -> product.outside().undelivered() == 0);
    product.outside().tell("/sim/faults", "{}");
    settle(product);
    return effects(product, orders, replies, before);
  }

  /** Nothing is on its way any more, seen three times in a row. */
  private static void settle(Product product) {
    int[] calm = {0};
    Waiting.until(
        "everything is at rest",
        SETTLE,
        () -> {
          Waiting.pause(Duration.ofSeconds(1));
          calm[0] = product.tables().number(MOVING) == 0 ? calm[0] + 1 : 0;
          return calm[0] == 3;
        });
  }

  private static List<Finding> effects(Product product, int orders, int replies, long before) {
    Tables tables = product.tables();
    System.out.println("simulator: " + product.outside().summary().path("callbacks"));
    List<Finding> found = new ArrayList<>();
    found.add(
        Finding.same(
            "one row in the inbox for each event",
            (long) orders + replies,
            tables.number("select count(*) from inbox_event") - before));
    found.add(
        Finding.same(
            "one order each", (long) orders, tables.number("select count(*) from paid_order")));
    found.add(
        Finding.same(
            "cents of the orders",
            IntStream.range(0, orders).mapToLong(i -> 1000L + i).sum(),
            tables.number("select sum(amount_cents) from paid_order")));
    found.addAll(EngineChecks.all(tables, product.outside(), ReplayDrill.LATE_SECONDS));
    found.addAll(LedgerChecks.all(tables, product.outside(), product.api()));
    return found;
  }

  private static void tell(Product product, String path, List<String> bodies) {
    if (!bodies.isEmpty()) {
      product.outside().tell(path, bodies.stream().collect(Collectors.joining(",", "[", "]")));
    }
  }

  private static String add(String who) {
    return """
    {"externalUserId":"%s","unionId":"u-%s","name":"%s","staffUserId":"li.na","state":"parcel-card"}
    """
        .formatted(who, who, who);
  }

  private static String reply(int i) {
    return "{\"id\":\"r%d\",\"externalUserId\":\"burst-%d\",\"staffUserId\":\"li.na\"}"
        .formatted(i, i);
  }

  private static String order(int i, int adds) {
    return """
    {"orderId":"o%d","unionId":"u-burst-%d","amountCents":%d,"lineCount":1,"country":"China"}
    """
        .formatted(i, i % adds, 1000 + i);
  }
}
