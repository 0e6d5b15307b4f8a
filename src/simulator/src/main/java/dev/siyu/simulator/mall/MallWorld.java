package dev.siyu.simulator.mall;

import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.MallFact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders, refunds and coupons. Guarded by the journal's lock. */
public final class MallWorld implements Projection {

  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final Map<String, Refund> refunds = new LinkedHashMap<>();
  private final Map<String, Coupon> coupons = new HashMap<>();
  private final Map<String, String> couponByKey = new HashMap<>();
  private final Map<String, List<String>> couponsByUnion = new HashMap<>();
  private final Set<String> revoked = new HashSet<>();
  private final Set<String> seenIds = new HashSet<>();

  public Collection<Order> orders() {
    return orders.values();
  }

  public Collection<Refund> refunds() {
    return refunds.values();
  }

  public @Nullable Order order(String orderId) {
    return orders.get(orderId);
  }

  public boolean refunded(String refundId) {
    return refunds.containsKey(refundId);
  }

  public @Nullable Coupon coupon(String code) {
    return coupons.get(code);
  }

  boolean isRevoked(String code) {
    return revoked.contains(code);
  }

  public int couponCount() {
    return coupons.size();
  }

  /** Whether a happening with this natural id was already told to us. */
  public boolean seen(@Nullable String id) {
    return id != null && seenIds.contains(id);
  }

  public List<Coupon> couponsOf(String unionId) {
    List<Coupon> mine = new ArrayList<>();
    for (String code : couponsByUnion.getOrDefault(unionId, List.of())) {
      Coupon coupon = coupons.get(code);
      if (coupon != null) {
        mine.add(coupon);
      }
    }
    return mine;
  }

  public @Nullable Coupon oldestUsable(String unionId, Instant now) {
    return couponsOf(unionId).stream().filter(c -> c.usable(now)).findFirst().orElse(null);
  }

  @Nullable Coupon issuedFor(String idempotencyKey) {
    String code = couponByKey.get(idempotencyKey);
    return code == null ? null : coupons.get(code);
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (!(fact instanceof MallFact told)) {
      return;
    }
    switch (told) {
      case MallFact.OrderPaid o ->
          orders.put(
              o.orderId(),
              new Order(
                  o.orderId(),
                  o.unionId(),
                  o.amountCents(),
                  o.lineCount(),
                  o.country(),
                  o.couponCode(),
                  o.paidAt()));
      case MallFact.OrderRefunded r ->
          refunds.put(
              r.refundId(),
              new Refund(r.refundId(), r.orderId(), r.unionId(), r.amountCents(), r.refundedAt()));
      case MallFact.CouponIssued c -> issued(c);
      case MallFact.CouponExpired gone -> seenIds.add("expired:" + gone.code());
      case MallFact.CouponRevoked r -> {
        coupons.computeIfPresent(r.code(), (code, coupon) -> coupon.spent());
        revoked.add(r.code());
      }
      case MallFact.CouponUsed u -> {
        coupons.computeIfPresent(u.code(), (code, coupon) -> coupon.spent());
        String id = u.id();
        if (id != null) {
          seenIds.add(id);
        }
      }
    }
  }

  private void issued(MallFact.CouponIssued c) {
    coupons.put(
        c.code(),
        new Coupon(
            c.code(),
            c.unionId(),
            c.template(),
            c.faceCents(),
            c.validSeconds(),
            c.expiresAt(),
            false));
    couponByKey.put(c.idempotencyKey(), c.code());
    couponsByUnion.computeIfAbsent(c.unionId(), u -> new ArrayList<>()).add(c.code());
  }
}
