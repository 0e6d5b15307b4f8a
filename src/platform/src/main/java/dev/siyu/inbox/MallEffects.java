package dev.siyu.inbox;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.mall.MallEvent;
import dev.siyu.orders.Orders;
import dev.siyu.orders.PaidOrder;
import dev.siyu.orders.Refund;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What orders, refunds and used coupons change; called in the event's transaction. */
final class MallEffects {

  private static final String SOURCE = "mall";
  private static final Duration ORDER = Duration.ofMinutes(1);
  private static final Duration COUPON = Duration.ofHours(1);

  private final Customers customers;
  private final Orders orders;
  private final JourneyMessages messages;
  private final InboxTable table;

  MallEffects(Customers customers, Orders orders, JourneyMessages messages, InboxTable table) {
    this.customers = customers;
    this.orders = orders;
    this.messages = messages;
    this.table = table;
  }

  void apply(MallEvent mallEvent, StoredEvent event) {
    switch (mallEvent) {
      case MallEvent.OrderPaid paid -> paid(paid, event);
      case MallEvent.OrderRefunded refunded -> refunded(refunded);
      case MallEvent.CouponUsed used -> used(used, event);
      case MallEvent.Other other -> table.note(event.id(), "without effect: " + other.type());
    }
  }

  private void paid(MallEvent.OrderPaid paid, StoredEvent event) {
    var id = customers.byUnionId(paid.unionId());
    boolean isNew =
        orders.paid(
            new PaidOrder(
                SOURCE,
                paid.orderId(),
                id,
                paid.amountCents(),
                paid.lineCount(),
                paid.country(),
                paid.couponCode(),
                paid.at()));
    customers.livesInCountry(id, paid.country());
    if (!isNew || Lateness.precedesRelation(customers.find(id), paid.at())) {
      table.note(event.id(), "no news for a journey: known before, or paid before the add");
      return;
    }
    announce(
        "order-paid:" + SOURCE + ":" + paid.orderId(),
        "order-paid",
        id,
        ORDER,
        Map.of(
            "at", paid.at().toString(),
            "orderId", paid.orderId(),
            "paidAt", paid.at().toString(),
            "amountCents", paid.amountCents()));
  }

  private void refunded(MallEvent.OrderRefunded refunded) {
    var id = customers.byUnionId(refunded.unionId());
    var refund =
        new Refund(
            SOURCE,
            refunded.refundId(),
            id,
            refunded.orderId(),
            refunded.amountCents(),
            refunded.at());
    for (var orderId : orders.refunded(refund)) {
      announce(
          "order-refunded-fully:" + SOURCE + ":" + orderId,
          "order-refunded-fully",
          id,
          ORDER,
          Map.of("at", refunded.at().toString(), "orderId", orderId));
    }
  }

  private void used(MallEvent.CouponUsed used, StoredEvent event) {
    var id = customers.byUnionId(used.unionId());
    if (Lateness.precedesRelation(customers.find(id), used.at())) {
      table.note(event.id(), "came late: from before the customer was added");
      return;
    }
    announce(
        "coupon-used:" + event.entry(),
        "coupon-used",
        id,
        COUPON,
        Map.of("at", used.at().toString(), "couponCode", used.couponCode()));
  }

  private void announce(
      String key, String name, CustomerId id, Duration patience, Map<String, Object> variables) {
    messages.announce(List.of(new Announcement(key, name, id.value(), patience, variables)));
  }
}
