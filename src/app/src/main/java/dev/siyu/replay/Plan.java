package dev.siyu.replay;

import dev.siyu.replay.PlannedEvent.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of a recording. The recording knows orders and refunds only; that and when a
 * customer added a staff member, and whether they replied, is seeded by the customer's id.
 */
final class Plan {

  private static final List<String> CHANNELS =
      List.of("parcel-card", "ai-call", "ads", "sms", "store");
  private static final Comparator<OrderRow> BY_TIME =
      Comparator.comparing(OrderRow::paidAt).thenComparing(OrderRow::orderId);
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(21, 30);

  private final ReplayOrder order;
  private final List<String> staff;
  private final List<PlannedEvent> events = new ArrayList<>();

  private Plan(ReplayOrder order, List<String> staff) {
    this.order = order;
    this.staff = staff;
  }

  /** The events in the order of their time; the same input gives the same events. */
  static List<PlannedEvent> of(Recording recording, ReplayOrder order, List<String> staff) {
    Plan plan = new Plan(order, staff);
    Map<String, OrderRow> firsts = firsts(recording.orders());
    Map<String, LocalDateTime> people = plan.people(firsts, recording.contacts());
    people.forEach(plan::acquaintance);
    Set<String> buyers = new LinkedHashSet<>();
    recording.orders().stream()
        .filter(row -> people.containsKey(row.customerId()) && plan.inRange(row.paidAt()))
        .forEach(
            row -> {
              buyers.add(row.customerId());
              plan.paid(
                  row,
                  firsts.get(row.customerId()) == row,
                  recording.lines().getOrDefault(row.orderId(), List.of()));
            });
    recording.refunds().stream()
        .filter(row -> buyers.contains(row.customerId()) || order.strangersToo())
        .filter(row -> plan.inRange(row.refundedAt()))
        .forEach(plan::refunded);
    plan.events.sort(
        Comparator.comparing(PlannedEvent::at)
            .thenComparing(PlannedEvent::kind)
            .thenComparing(PlannedEvent::key));
    return List.copyOf(plan.events);
  }

  private boolean inRange(LocalDateTime at) {
    LocalDate day = at.toLocalDate();
    return !day.isBefore(order.from()) && !day.isAfter(order.to());
  }

  /** Everybody's very first order in the recording. */
  private static Map<String, OrderRow> firsts(List<OrderRow> orders) {
    Map<String, OrderRow> firsts = new HashMap<>();
    orders.forEach(
        row -> firsts.merge(row.customerId(), row, (a, b) -> BY_TIME.compare(a, b) <= 0 ? a : b));
    return firsts;
  }

  /**
   * Who is played, with the moment of the add: as recorded, otherwise some time before the first
   * order. In the order in which their course begins, cut to the number asked for; whoever is cut
   * off is left out altogether, also as somebody who does not buy.
   */
  private Map<String, LocalDateTime> people(
      Map<String, OrderRow> firsts, Map<String, LocalDateTime> contacts) {
    Comparator<String> byBeginning =
        Comparator.comparing((String who) -> begins(firsts.get(who), contacts.get(who)))
            .thenComparing(who -> firstOrder(firsts.get(who), who));
    Map<String, LocalDateTime> people = new LinkedHashMap<>();
    Stream.concat(firsts.keySet().stream(), contacts.keySet().stream())
        .distinct()
        .filter(who -> isNew(firsts.get(who), contacts.get(who)))
        .sorted(byBeginning)
        .limit(order.customers() == null ? Long.MAX_VALUE : order.customers())
        .forEach(who -> people.put(who, added(who, firsts.get(who), contacts.get(who))));
    return people;
  }

  private static LocalDateTime begins(@Nullable OrderRow first, @Nullable LocalDateTime recorded) {
    return recorded == null ? Objects.requireNonNull(first).paidAt() : recorded;
  }

  private static String firstOrder(@Nullable OrderRow first, String otherwise) {
    return first == null ? otherwise : first.orderId();
  }

  /** Neither a contact nor a buyer before the range; whoever was is in the middle of a course. */
  private boolean isNew(@Nullable OrderRow first, @Nullable LocalDateTime recorded) {
    if (recorded != null && !inRange(recorded)) {
      return false;
    }
    if (first == null) {
      return true;
    }
    LocalDate bought = first.paidAt().toLocalDate();
    boolean buysInTime =
        !bought.isBefore(order.earliestFirst()) && !bought.isAfter(order.latestFirst());
    return buysInTime || (recorded != null && bought.isAfter(order.to()));
  }

  private LocalDateTime added(
      String customer, @Nullable OrderRow first, @Nullable LocalDateTime recorded) {
    return recorded == null
        ? addedBefore(order.lot(customer), Objects.requireNonNull(first).paidAt())
        : recorded;
  }

  /** The add, and now and then a reply. */
  private void acquaintance(String customer, LocalDateTime added) {
    String lot = order.lot(customer);
    String member = staff.get(Chance.below(staff.size(), lot, "staff"));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", "add:wm-" + customer);
    body.put("externalUserId", "wm-" + customer);
    body.put("unionId", "u-" + customer);
    body.put("name", "客户 " + customer);
    body.put("staffUserId", member);
    body.put("state", CHANNELS.get(Chance.below(CHANNELS.size(), lot, "channel")));
    events.add(new PlannedEvent("add:wm-" + customer, customer, Kind.ADD, added, 0, body));
    if (Chance.below(100, lot, "replies") < order.replyPercent()) {
      replied(customer, member, added);
    }
  }

  private static LocalDateTime addedBefore(String lot, LocalDateTime paid) {
    Duration lead = Duration.ofMinutes(40 + Chance.below(3 * 24 * 60, lot, "lead"));
    LocalDateTime wanted = paid.minus(lead);
    boolean open = !wanted.toLocalTime().isBefore(OPENS) && wanted.toLocalTime().isBefore(CLOSES);
    int minutes = (int) Duration.between(OPENS, CLOSES).toMinutes();
    return open
        ? wanted
        : wanted
            .toLocalDate()
            .minusDays(1)
            .atTime(OPENS.plusMinutes(Chance.below(minutes, lot, "minute")));
  }

  private void replied(String customer, String member, LocalDateTime added) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", "reply:wm-" + customer);
    body.put("externalUserId", "wm-" + customer);
    body.put("staffUserId", member);
    LocalDateTime at = added.plusMinutes(16 + Chance.below(180, order.lot(customer), "reply"));
    events.add(new PlannedEvent("reply:wm-" + customer, customer, Kind.REPLY, at, 0, body));
  }

  /** With the first order the customer uses the coupon they hold, if any. */
  private void paid(OrderRow row, boolean first, List<LineRow> lines) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("orderId", row.orderId());
    body.put("unionId", "u-" + row.customerId());
    body.put("amountCents", row.amountCents());
    body.put("lineCount", row.lineCount());
    body.put("country", row.country());
    body.put("useCoupon", first);
    if (!lines.isEmpty()) {
      body.put("lines", lines.stream().map(Plan::line).toList());
    }
    events.add(
        new PlannedEvent(
            "order:" + row.orderId(),
            row.customerId(),
            Kind.ORDER,
            row.paidAt(),
            row.amountCents(),
            body));
  }

  private static Map<String, Object> line(LineRow line) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("skuId", line.sku());
    if (line.title() != null) {
      told.put("title", line.title());
    }
    told.put("quantity", line.quantity());
    told.put("paidCents", line.paidCents());
    return told;
  }

  private void refunded(RefundRow row) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("refundId", row.refundId());
    body.put("unionId", "u-" + row.customerId());
    body.put("amountCents", row.amountCents());
    events.add(
        new PlannedEvent(
            "refund:" + row.refundId(),
            row.customerId(),
            Kind.REFUND,
            row.refundedAt(),
            row.amountCents(),
            body));
  }
}
