package dev.siyu.rehearsal;

import dev.siyu.calls.CallResult;
import dev.siyu.channels.Channel;
import dev.siyu.customers.CustomerId;
import dev.siyu.mall.Mall.Coupon;
import dev.siyu.orders.PaidOrder;
import dev.siyu.orders.PurchaseStory;
import dev.siyu.orders.Refund;
import dev.siyu.orders.Standing;
import dev.siyu.products.Product;
import dev.siyu.products.ProductKind;
import dev.siyu.wecom.Attachment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A mall with its orders and coupons, the channels and the content store, all in memory. */
final class FakeShop {

  private final Map<String, Coupon> coupons = new HashMap<>();
  private final Map<CustomerId, Map<String, PaidOrder>> kept = new HashMap<>();
  private final Map<CustomerId, List<Long>> money = new HashMap<>();
  private final Map<CustomerId, Instant> returned = new HashMap<>();

  CallResult<Coupon> issueCoupon(
      String idempotencyKey, String unionId, String template, Duration validFor) {
    return new CallResult.Ok<>(
        coupons.computeIfAbsent(
            idempotencyKey, key -> new Coupon(template + "-" + coupons.size(), 1_000)));
  }

  boolean paid(PaidOrder order) {
    money.computeIfAbsent(order.customer(), id -> new ArrayList<>()).add(order.amountCents());
    return kept.computeIfAbsent(order.customer(), id -> new LinkedHashMap<>())
            .put(order.orderId(), order)
        == null;
  }

  List<String> refunded(Refund refund) {
    var gone = kept.getOrDefault(refund.customer(), Map.of()).remove(refund.orderId());
    if (gone == null) {
      return List.of();
    }
    money.computeIfAbsent(refund.customer(), id -> new ArrayList<>()).add(-gone.amountCents());
    returned.put(refund.customer(), refund.refundedAt());
    return List.of(gone.orderId());
  }

  Standing standing(CustomerId customer) {
    var orders = List.copyOf(kept.getOrDefault(customer, Map.of()).values());
    var moves = money.getOrDefault(customer, List.of());
    long paid = moves.stream().mapToLong(Long::longValue).filter(cents -> cents > 0).sum();
    long refunded = -moves.stream().mapToLong(Long::longValue).filter(cents -> cents < 0).sum();
    return orders.isEmpty()
        ? new Standing(null, null, null, 0, paid, refunded)
        : new Standing(
            orders.getFirst().orderId(),
            orders.getFirst().paidAt(),
            orders.getLast().paidAt(),
            orders.size(),
            paid,
            refunded);
  }

  PurchaseStory story(CustomerId customer) {
    var orders = List.copyOf(kept.getOrDefault(customer, Map.of()).values());
    return new PurchaseStory(
        orders.stream().map(PaidOrder::paidAt).toList(),
        returned.get(customer),
        standing(customer).netCents());
  }

  OptionalInt shopCycle(Instant now) {
    return OptionalInt.empty();
  }

  Optional<Product> first(ProductKind kind) {
    return Optional.empty();
  }

  Optional<String> render(String key, int version, Map<String, String> values) {
    return key.equals("no-such-content") ? Optional.empty() : Optional.of(key + " " + values);
  }

  CallResult<List<Attachment>> attachments(String key, int version) {
    return new CallResult.Ok<>(List.of());
  }

  Channel ofState(@Nullable String state) {
    var code = state == null ? "direct" : state;
    return new Channel(code, "渠道" + code, "COUPON", "welcome-" + code);
  }
}
