package dev.siyu.attribution;

import dev.siyu.customers.Customers;
import dev.siyu.orders.Orders;
import dev.siyu.orders.PaidOrder;
import dev.siyu.orders.Refund;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The recorded year of the sample shop: every twentieth customer, or all with money.every=1. */
final class RecordedYear {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final int EVERY = Integer.getInteger("money.every", 20);
  private static final Path FILES = Path.of("..", "app", "src/main/resources/sample-data");
  private static final List<String> CHANNELS =
      List.of("parcel-card", "ai-call", "ads", "sms", "store");

  /**
   * @param country null for a refund
   */
  record Event(String customer, Instant at, String id, long cents, @Nullable String country) {
    boolean isOrder() {
      return country != null;
    }
  }

  private RecordedYear() {}

  static List<Event> events() throws IOException {
    var all = new ArrayList<>(read("orders.csv", "paid_at", true));
    all.addAll(read("refunds.csv", "refunded_at", false));
    return all;
  }

  /** The channel the replay gives a customer: a hash of the id (dev.siyu.replay.Chance). */
  static String channel(String customer) {
    var hash = new CRC32();
    hash.update(("channel|" + customer).getBytes(StandardCharsets.UTF_8));
    long mixed = hash.getValue() * 0x9E3779B97F4A7C15L;
    return CHANNELS.get((int) Math.floorMod(mixed ^ (mixed >>> 32), 5L));
  }

  /** Who buys was added two days before the first order; who only returns never was. */
  static void acquaint(Rig rig, List<Event> events) {
    events.stream()
        .filter(Event::isOrder)
        .collect(
            java.util.stream.Collectors.toMap(
                Event::customer, Event::at, (a, b) -> a.isBefore(b) ? a : b))
        .forEach(
            (customer, first) ->
                rig.customer(customer, channel(customer), first.minus(Duration.ofDays(2))));
  }

  static void tell(Rig rig, Event event) {
    var id = rig.get(Customers.class).byUnionId("u-" + event.customer());
    if (event.country() != null) {
      var order =
          new PaidOrder(
              "mall", event.id(), id, event.cents(), 1, event.country(), null, event.at());
      rig.get(Orders.class).paid(order);
    } else {
      var refund = new Refund("mall", event.id(), id, null, event.cents(), event.at());
      rig.get(Orders.class).refunded(refund);
    }
  }

  private static List<Event> read(String file, String at, boolean orders) throws IOException {
    var lines = Files.readAllLines(FILES.resolve(file));
    var columns = List.of(lines.getFirst().split(","));
    var found = new ArrayList<Event>();
    for (var line : lines.subList(1, lines.size())) {
      var values = line.split(",", -1);
      var customer = values[columns.indexOf("customer_id")];
      if (Integer.parseInt(customer) % EVERY == 0) {
        found.add(
            new Event(
                customer,
                LocalDateTime.parse(values[columns.indexOf(at)]).atZone(ZONE).toInstant(),
                values[0],
                Long.parseLong(values[columns.indexOf("amount_cents")]),
                orders ? values[columns.indexOf("country")] : null));
      }
    }
    return found;
  }
}
