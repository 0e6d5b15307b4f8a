package dev.siyu.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.orders.Orders;
import dev.siyu.orders.PaidOrder;
import dev.siyu.orders.Refund;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The recorded year of the sample shop, told to orders and layers day by day without an engine, and
 * then counted again by hand. Every fortieth customer; all with {@code -Dlayers.every=1}.
 */
class RecordedYearTest {

  private static final Path FILES = Path.of("..", "app", "src/main/resources/sample-data");
  private static final int EVERY = Integer.getInteger("layers.every", 40);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int YEARS_LATER = 16;
  private static final LocalDate END = LocalDate.of(2027, 12, 10);

  private record Event(String customer, LocalDateTime at, int kind, String id, long cents) {

    Instant moment() {
      return at.atZone(ZONE).toInstant();
    }
  }

  private record Kept(LocalDate day, long cents) {}

  private static LayerRig rig;
  private static List<Event> events;

  @BeforeAll
  static void replay() throws IOException {
    rig = new LayerRig(Map.of());
    events = new ArrayList<>(read("orders.csv", "paid_at", 0));
    events.addAll(read("refunds.csv", "refunded_at", 1));
    events.sort(
        Comparator.comparing(Event::at).thenComparing(Event::kind).thenComparing(Event::id));
    for (var event : events) {
      daysUntil(event.moment());
      tell(event);
    }
    daysUntil(END.atStartOfDay(ZONE).toInstant());
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void shouldLeaveEveryCustomerInTheLayerTheFilesGive() {
    // given
    var expected = new TreeMap<String, String>();
    byCustomer().forEach((customer, mine) -> expected.put(customer, counted(mine)));
    // when
    var said = new TreeMap<String, String>();
    rig.rooms
        .jdbc()
        .sql(
            """
            SELECT substring(c.union_id FROM 3) AS customer, concat_ws(' ', layer, net_year_cents,
              net_ever_cents, orders_year, active_months, silent_months) AS facts
            FROM customer_layer l JOIN customer c ON c.id = l.customer_id
            """)
        .query(
            row -> {
              said.put(row.getString("customer"), row.getString("facts"));
            });
    // then
    assertThat(said).isEqualTo(expected);
    assertThat(said.values()).anyMatch(facts -> facts.startsWith("INFLUENCE"));
  }

  @Test
  void shouldKeepAChainOfMovementsToThePresentLayer() {
    var broken =
        rig.rooms
            .jdbc()
            .sql(
                """
                SELECT l.customer_id FROM customer_layer l WHERE l.layer <> coalesce((
                  SELECT to_layer FROM layer_move WHERE customer_id = l.customer_id
                  ORDER BY id DESC LIMIT 1), 'OUTER')
                """)
            .query(String.class)
            .list();
    assertThat(broken).isEmpty();
  }

  /** Goes from due moment to due moment, as the clock does. */
  private static void daysUntil(Instant until) {
    var days = rig.get(LayerDays.class);
    for (var due = days.nextDue();
        due.isPresent() && !due.get().isAfter(until);
        due = days.nextDue()) {
      advance(due.get());
      days.runDue(rig.now());
    }
    advance(until);
  }

  private static void advance(Instant until) {
    if (until.isAfter(rig.now())) {
      rig.rooms.pass(Duration.between(rig.now(), until));
    }
  }

  private static void tell(Event event) {
    var id = rig.get(Customers.class).byUnionId("u-" + event.customer());
    if (event.kind() == 0) {
      rig.get(Orders.class).paid(order(event, id));
    } else {
      rig.get(Orders.class)
          .refunded(new Refund("mall", event.id(), id, null, event.cents(), event.moment()));
    }
    rig.decide();
  }

  private static PaidOrder order(Event event, CustomerId id) {
    return new PaidOrder("mall", event.id(), id, event.cents(), 1, null, null, event.moment());
  }

  private static Map<String, List<Event>> byCustomer() {
    var all = new HashMap<String, List<Event>>();
    events.forEach(e -> all.computeIfAbsent(e.customer(), c -> new ArrayList<>()).add(e));
    return all;
  }

  /** A pile of orders from which refunds take the top. */
  private static String counted(List<Event> mine) {
    Deque<Kept> pile = new ArrayDeque<>();
    long ever = 0;
    for (var event : mine) {
      ever += event.kind() == 0 ? event.cents() : -event.cents();
      if (event.kind() == 0) {
        pile.push(new Kept(event.at().toLocalDate(), event.cents()));
      } else {
        take(pile, event.cents());
      }
    }
    var last = pile.isEmpty() ? null : pile.peek().day();
    long silent = last == null ? 12 : Math.min(12, (END.toEpochDay() - last.toEpochDay()) / 30);
    var year = pile.stream().filter(kept -> kept.day().isAfter(END.minusDays(365))).toList();
    long net = year.stream().mapToLong(Kept::cents).sum();
    var months = new HashSet<String>();
    year.forEach(kept -> months.add(kept.day().toString().substring(0, 7)));
    var facts = List.of(net, ever, (long) year.size(), (long) months.size(), silent);
    return layer(net, ever, year.size(), months.size(), silent)
        + " "
        + String.join(" ", facts.stream().map(String::valueOf).toList());
  }

  private static void take(Deque<Kept> pile, long cents) {
    long left = cents;
    while (left > 0 && !pile.isEmpty()) {
      var top = pile.pop();
      if (top.cents() > left) {
        pile.push(new Kept(top.day(), top.cents() - left));
      }
      left -= Math.min(left, top.cents());
    }
  }

  private static String layer(long net, long ever, int orders, int months, long silent) {
    if (net >= 500_000 && orders >= 6 && months >= 5 && silent <= 2) {
      return "CORE";
    }
    boolean influence =
        (net >= 150_000 && orders >= 4 && silent <= 5)
            || (orders >= 8 && silent <= 3)
            || (ever >= 1_000_000 && silent <= 7);
    return influence ? "INFLUENCE" : "OUTER";
  }

  private static List<Event> read(String file, String at, int kind) throws IOException {
    var lines = Files.readAllLines(FILES.resolve(file));
    var columns = List.of(lines.getFirst().split(","));
    var found = new ArrayList<Event>();
    for (var line : lines.subList(1, lines.size())) {
      var values = line.split(",", -1);
      var customer = values[columns.indexOf("customer_id")];
      if (Integer.parseInt(customer) % EVERY == 0) {
        var when = LocalDateTime.parse(values[columns.indexOf(at)]).plusYears(YEARS_LATER);
        long cents = Long.parseLong(values[columns.indexOf("amount_cents")]);
        found.add(new Event(customer, when, kind, values[0], cents));
      }
    }
    return found;
  }
}
