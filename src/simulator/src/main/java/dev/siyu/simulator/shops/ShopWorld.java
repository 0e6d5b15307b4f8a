package dev.siyu.simulator.shops;

import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.ShopFact;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders, refunds and tokens of both malls. Guarded by the journal's lock. */
public final class ShopWorld implements Projection {

  /** An order as it stands. */
  record Order(ShopFact.OrderPaid paid, @Nullable Instant settledAt, Instant updatedAt) {}

  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final Map<String, ShopFact.Refunded> refunds = new LinkedHashMap<>();
  private final Map<String, Instant> tokens = new HashMap<>();
  private final Map<String, ShopFact.TokenIssued> live = new HashMap<>();
  private final Map<String, String> unionByOpenId = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, ShopFact.GoodShown> goods = new LinkedHashMap<>();

  public boolean seen(String shop, String natural) {
    return seen.contains(shop + "/" + natural);
  }

  public boolean isSettled(String shop, String orderId) {
    Order order = order(shop, orderId);
    return order != null && order.settledAt() != null;
  }

  @Nullable Order order(String shop, String orderId) {
    return orders.get(shop + "/" + orderId);
  }

  /** What a shop shows, in the order it was put there. */
  public List<ShopFact.GoodShown> goods(String shop) {
    return goods.values().stream().filter(good -> good.shop().equals(shop)).toList();
  }

  ShopFact.@Nullable Refunded refund(String shop, String refundId) {
    return refunds.get(shop + "/" + refundId);
  }

  /** Orders changed in [from, until), oldest change first. */
  List<Order> changed(String shop, Instant from, Instant until) {
    return orders.values().stream()
        .filter(order -> order.paid().shop().equals(shop))
        .filter(order -> within(order.updatedAt(), from, until))
        .toList();
  }

  List<ShopFact.Refunded> refunded(String shop, Instant from, Instant until) {
    return refunds.values().stream()
        .filter(refund -> refund.shop().equals(shop))
        .filter(refund -> within(refund.refundedAt(), from, until))
        .toList();
  }

  private static boolean within(Instant at, Instant from, Instant until) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  Collection<ShopFact.Refunded> refundsOf(String shop, String orderId) {
    return refunds.values().stream()
        .filter(refund -> refund.shop().equals(shop) && orderId.equals(refund.orderId()))
        .toList();
  }

  @Nullable String unionOf(String openId) {
    return unionByOpenId.get(openId);
  }

  ShopFact.@Nullable TokenIssued liveToken(String shop, Instant now) {
    ShopFact.TokenIssued token = live.get(shop);
    return token != null && token.expiresAt().isAfter(now) ? token : null;
  }

  /** Null: never given out. */
  @Nullable Instant tokenEnds(String shop, String token) {
    return tokens.get(shop + "/" + token);
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (!(fact instanceof ShopFact told)) {
      return;
    }
    switch (told) {
      case ShopFact.OrderPaid paid -> {
        orders.put(paid.shop() + "/" + paid.orderId(), new Order(paid, null, moment.at()));
        seen.add(paid.shop() + "/" + paid.natural());
        if (paid.unionId() != null) {
          unionByOpenId.put(paid.openId(), paid.unionId());
        }
      }
      case ShopFact.OrderSettled settled ->
          orders.computeIfPresent(
              settled.shop() + "/" + settled.orderId(),
              (id, order) -> new Order(order.paid(), settled.at(), moment.at()));
      case ShopFact.Refunded refund -> {
        refunds.put(refund.shop() + "/" + refund.refundId(), refund);
        seen.add(refund.shop() + "/" + refund.natural());
      }
      case ShopFact.GoodShown good -> goods.put(good.shop() + "/" + good.skuId(), good);
      case ShopFact.TokenIssued token -> {
        tokens.put(token.shop() + "/" + token.token(), token.expiresAt());
        live.put(token.shop(), token);
      }
    }
  }
}
