package dev.siyu.attribution;

import dev.siyu.attribution.Evidence.Fact;
import dev.siyu.attribution.Evidence.Relation;
import dev.siyu.orders.RefundAllocation.Back;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes evidence from what a customer bought. Only what lies before the payment counts. */
final class EvidenceOf {

  private static final int MOST_BEFORE = 50;

  private EvidenceOf() {}

  /** {@code index}: position among the customer's orders, which are in time. */
  static Evidence order(Bought bought, int index) {
    var order = bought.orders().get(index);
    var before =
        bought.orders().subList(Math.max(0, index - MOST_BEFORE), index).stream()
            .map(Bought.Order::paidAt)
            .toList();
    return new Evidence(
        order.ref().source(),
        order.ref().id(),
        bought.customerId(),
        order.amountCents(),
        order.paidAt(),
        index == 0,
        order.facts(),
        relations(bought, order.paidAt()),
        before,
        order.touchedAt());
  }

  /** As if it were an order at the time of the refund; country and shop are the latest order's. */
  static Evidence lostRefund(Bought bought, Back refund, long cents) {
    var before =
        bought.orders().stream().filter(order -> !order.paidAt().isAfter(refund.at())).toList();
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    if (!before.isEmpty()) {
      facts.putAll(before.getLast().facts());
    }
    facts.put(Fact.MALL, refund.source());
    var paid = before.stream().map(Bought.Order::paidAt).toList();
    return new Evidence(
        refund.source(),
        refund.refundId(),
        bought.customerId(),
        cents,
        refund.at(),
        false,
        facts,
        relations(bought, refund.at()),
        paid.subList(Math.max(0, paid.size() - MOST_BEFORE), paid.size()),
        null);
  }

  private static List<Relation> relations(Bought bought, Instant at) {
    var known = new ArrayList<Relation>();
    for (var one : bought.relations()) {
      if (!one.since().isAfter(at)) {
        var until = one.until() != null && one.until().isAfter(at) ? null : one.until();
        known.add(new Relation(one.staff(), one.channel(), one.since(), until));
      }
    }
    return known;
  }
}
