package dev.siyu.inbox;

import dev.siyu.customers.Buyers;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.mall.MallEvent;
import dev.siyu.mall.MallOrder;
import dev.siyu.orders.CouponBook;
import dev.siyu.orders.OrderFacts;
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
  private final Buyers buyers;
  private final Orders orders;
  private final JourneyMessages messages;
  private final CouponBook coupons;
  private final InboxTable table;

  MallEffects(
      Customers customers,
      Buyers buyers,
      Orders orders,
      JourneyMessages messages,
      CouponBook coupons,
      InboxTable table) {
    this.customers = customers;
    this.buyers = buyers;
    this.orders = orders;
    this.messages = messages;
    this.coupons = coupons;
    this.table = table;
  }

  void apply(MallEvent mallEvent, StoredEvent event) {
    switch (mallEvent) {
      case MallEvent.OrderPaid paid -> paid(paid, event);
      case MallEvent.OrderRefunded refunded -> refunded(refunded);
      case MallEvent.CouponUsed used -> used(used, event);
      case MallEvent.CouponExpired expired ->
          coupons.ended(
              SOURCE,
              expired.couponCode(),
              customers.byUnionId(expired.unionId()),
              CouponBook.End.EXPIRED,
              null,
              expired.at());
      case MallEvent.Other other -> table.note(event.id(), "without effect: " + other.type());
    }
  }

  private void paid(MallEvent.OrderPaid paid, StoredEvent event) {
    var buyer = buyers.of(new Buyers.Ids(SOURCE, null, paid.unionId(), null));
    var order =
        new PaidOrder(
            SOURCE,
            paid.orderId(),
            buyer.origin(),
            paid.amountCents(),
            paid.lineCount(),
            paid.country(),
            paid.couponCode(),
            paid.at(),
            facts(paid));
    paid(order, buyer.customer(), event);
  }

  /** Records an order of any mall and tells the customer's journeys when it is news. */
  void paid(PaidOrder order, CustomerId id, StoredEvent event) {
    boolean isNew = orders.paid(order);
    var coupon = order.couponCode();
    if (coupon != null) {
      coupons.ended(
          order.source(), coupon, id, CouponBook.End.USED, order.orderId(), order.paidAt());
    }
    customers.livesInCountry(id, order.country());
    if (!isNew || Lateness.precedesRelation(customers.find(id), order.paidAt())) {
      table.note(event.id(), "no news for a journey: known before, or paid before the add");
      return;
    }
    announce(
        "order-paid:" + order.source() + ":" + order.orderId(),
        "order-paid",
        id,
        ORDER,
        Map.of(
            "at", order.paidAt().toString(),
            "orderId", order.orderId(),
            "paidAt", order.paidAt().toString(),
            "amountCents", order.amountCents()));
  }

  private void refunded(MallEvent.OrderRefunded refunded) {
    var buyer = buyers.of(new Buyers.Ids(SOURCE, null, refunded.unionId(), null));
    refunded(
        new Refund(
            SOURCE,
            refunded.refundId(),
            buyer.origin(),
            refunded.orderId(),
            refunded.amountCents(),
            refunded.at()),
        buyer.customer());
  }

  void refunded(Refund refund, CustomerId id) {
    for (var orderId : orders.refunded(refund)) {
      announce(
          "order-refunded-fully:" + refund.source() + ":" + orderId,
          "order-refunded-fully",
          id,
          ORDER,
          Map.of("at", refund.refundedAt().toString(), "orderId", orderId));
    }
  }

  static OrderFacts.Line line(MallOrder.Line line) {
    return new OrderFacts.Line(
        line.skuId(),
        line.productId(),
        line.title(),
        line.quantity(),
        line.paidCents(),
        line.afterSaleOpen(),
        line.afterSaleDone());
  }

  private static OrderFacts facts(MallEvent.OrderPaid paid) {
    var told = paid.told();
    if (told == null) {
      return OrderFacts.NONE;
    }
    var evidence = told.evidence();
    return new OrderFacts(
        told.shop(),
        evidence.channel(),
        evidence.scene(),
        evidence.sharer(),
        evidence.liveId(),
        null,
        null,
        null,
        told.commissionCents(),
        paid.at(),
        told.lines().stream().map(MallEffects::line).toList());
  }

  private void used(MallEvent.CouponUsed used, StoredEvent event) {
    var id = customers.byUnionId(used.unionId());
    coupons.ended(SOURCE, used.couponCode(), id, CouponBook.End.USED, used.orderId(), used.at());
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
