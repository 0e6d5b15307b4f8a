package dev.siyu.inbox;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.Buyers;
import dev.siyu.inbox.InboundEvent.Source;
import dev.siyu.mall.MallBuyer;
import dev.siyu.mall.MallOrder;
import dev.siyu.mall.MallRefund;
import dev.siyu.mall.Shop;
import dev.siyu.orders.OrderFacts;
import dev.siyu.orders.PaidOrder;
import dev.siyu.orders.Refund;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Acts on callbacks that carry ids only: asks the mall first, outside any transaction, then records
 * what it said. A mall that is down costs the event no try.
 */
final class ShopEffects {

  /** How an effect is made once, together with closing its event. */
  interface Once {
    Handling of(StoredEvent event, Runnable effect);
  }

  private final Map<Source, Shop> shops;
  private final Buyers buyers;
  private final MallEffects mall;
  private final InboxTable table;
  private final InboxSettings settings;
  private final Clock clock;

  ShopEffects(
      List<Shop> shops,
      Buyers buyers,
      MallEffects mall,
      InboxTable table,
      InboxSettings settings,
      Clock clock) {
    this.shops =
        shops.stream()
            .collect(
                Collectors.toMap(
                    shop -> Source.valueOf(shop.source().toUpperCase(Locale.ROOT)),
                    Function.identity()));
    this.buyers = buyers;
    this.mall = mall;
    this.table = table;
    this.settings = settings;
    this.clock = clock;
  }

  Handling apply(StoredEvent event, Once once) {
    var shop = shops.get(event.source());
    if (shop == null) {
      return again(event, "SIYU-3168 " + event.source() + " is not connected (any more)");
    }
    return switch (shop.read(event.body())) {
      case Shop.Notice.Other other ->
          once.of(event, () -> table.note(event.id(), "without effect: " + other.type()));
      case Shop.Notice.OrderChanged changed -> order(shop, event, changed, once);
      case Shop.Notice.RefundChanged changed -> refund(shop, event, changed, once);
    };
  }

  private Handling order(
      Shop shop, StoredEvent event, Shop.Notice.OrderChanged changed, Once once) {
    var early = early(shop, event);
    if (early != null) {
      return early;
    }
    return answered(
        event,
        shop.order(changed.orderId()),
        order ->
            changed.paid() && order.paidAt() == null
                ? again(event, "SIYU-3169 the mall does not know of the payment yet")
                : withBuyer(
                    shop, event, order.buyer(), ids -> ordered(shop, event, order, ids, once)));
  }

  private Handling ordered(
      Shop shop, StoredEvent event, MallOrder order, Buyers.Ids ids, Once once) {
    var paidAt = order.paidAt();
    if (paidAt == null || order.amountCents() == 0) {
      return once.of(event, () -> table.note(event.id(), "without effect: nothing was paid"));
    }
    return once.of(
        event,
        () -> {
          var buyer = buyers.of(ids);
          var paid =
              new PaidOrder(
                  shop.source(),
                  order.orderId(),
                  buyer.origin(),
                  order.amountCents(),
                  order.lines().size(),
                  null,
                  order.couponCode(),
                  paidAt,
                  facts(order));
          mall.paid(paid, buyer.customer(), event);
        });
  }

  private Handling refund(
      Shop shop, StoredEvent event, Shop.Notice.RefundChanged changed, Once once) {
    if (!changed.refunded()) {
      return once.of(event, () -> table.note(event.id(), "without effect: no money went back yet"));
    }
    var early = early(shop, event);
    if (early != null) {
      return early;
    }
    return answered(
        event,
        shop.refund(changed.refundId()),
        refund ->
            refund.refundedAt() == null
                ? again(event, "SIYU-3169 the mall does not know of the money back yet")
                : withBuyer(
                    shop, event, refund.buyer(), ids -> refunded(shop, event, refund, ids, once)));
  }

  private Handling refunded(
      Shop shop, StoredEvent event, MallRefund refund, Buyers.Ids ids, Once once) {
    var at = refund.refundedAt();
    if (at == null || refund.amountCents() == 0) {
      return once.of(event, () -> table.note(event.id(), "without effect: no money"));
    }
    return once.of(
        event,
        () -> {
          var buyer = buyers.of(ids);
          mall.refunded(
              new Refund(
                  shop.source(),
                  refund.refundId(),
                  buyer.origin(),
                  refund.orderId(),
                  refund.amountCents(),
                  at,
                  refund.kind(),
                  refund.reason(),
                  refund.lines().stream()
                      .map(
                          line ->
                              new Refund.Line(line.skuId(), line.quantity(), line.amountCents()))
                      .toList()),
              buyer.customer());
        });
  }

  /** Asks for a union id once per buyer when the mall does not tell it with the order. */
  private Handling withBuyer(
      Shop shop, StoredEvent event, MallBuyer buyer, Function<Buyers.Ids, Handling> then) {
    var openId = buyer.openId();
    if (buyer.unionId() != null || openId == null || buyers.knowsUnion(shop.source(), openId)) {
      return then.apply(new Buyers.Ids(shop.source(), openId, buyer.unionId(), buyer.phone()));
    }
    return switch (shop.unionId(openId)) {
      case CallResult.Ok<Optional<String>> ok ->
          then.apply(new Buyers.Ids(shop.source(), openId, ok.value().orElse(null), buyer.phone()));
      case CallResult.Declined<Optional<String>> no ->
          then.apply(new Buyers.Ids(shop.source(), openId, null, buyer.phone()));
      case CallResult.Broken<Optional<String>> broken ->
          then.apply(new Buyers.Ids(shop.source(), openId, null, buyer.phone()));
      case CallResult.Retryable<Optional<String>> busy ->
          new Handling.Postponed(busy.after(), busy.code() + " " + busy.reason());
      case CallResult.Unknown<Optional<String>> none ->
          new Handling.Postponed(settings.firstPause(), none.code() + " " + none.reason());
    };
  }

  private <T> Handling answered(
      StoredEvent event, CallResult<Optional<T>> answer, Function<T, Handling> then) {
    return switch (answer) {
      case CallResult.Ok<Optional<T>> ok ->
          ok.value()
              .map(then)
              .orElseGet(() -> again(event, "SIYU-3169 the mall does not know it yet"));
      case CallResult.Declined<Optional<T>> no -> again(event, no.code() + " " + no.reason());
      case CallResult.Broken<Optional<T>> broken ->
          again(event, broken.code() + " " + broken.reason());
      case CallResult.Retryable<Optional<T>> busy ->
          new Handling.Postponed(busy.after(), busy.code() + " " + busy.reason());
      case CallResult.Unknown<Optional<T>> none ->
          new Handling.Postponed(settings.firstPause(), none.code() + " " + none.reason());
    };
  }

  private Handling again(StoredEvent event, String reason) {
    return new Handling.Later(settings.pauseAfter(event.attempts() + 1), reason);
  }

  /** The mall wants to be left alone for a moment after its callback; null when that is over. */
  private @Nullable Handling early(Shop shop, StoredEvent event) {
    var left = Duration.between(clock.instant(), event.receivedAt().plus(shop.settling()));
    return left.isPositive()
        ? new Handling.Postponed(
            left, "the mall is asked " + shop.settling() + " after its callback")
        : null;
  }

  private static OrderFacts facts(MallOrder order) {
    var evidence = order.evidence();
    return new OrderFacts(
        order.shop(),
        evidence.channel(),
        evidence.scene(),
        evidence.sharer(),
        evidence.liveId(),
        order.placedAt(),
        order.confirmedAt(),
        order.settledAt(),
        order.commissionCents(),
        order.asOf(),
        order.lines().stream().map(MallEffects::line).toList());
  }
}
