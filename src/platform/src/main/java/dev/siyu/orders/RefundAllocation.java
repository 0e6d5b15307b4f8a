package dev.siyu.orders;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays a customer's refunds on their orders.
 *
 * <p>Refunds with an original order come first and stay on it. The others follow in the order of
 * their time, each on the customer's latest orders paid before it, as far as those have money left.
 * What finds no room stays with the customer: it lowers the net spend, but no order. The answer
 * depends only on what was reported, not on when it reached us.
 */
final class RefundAllocation {

  record Order(String source, String orderId, long amountCents, Instant paidAt) {
    Key key() {
      return new Key(source, orderId);
    }
  }

  record Back(
      String source, String refundId, @Nullable String orderId, long amountCents, Instant at) {}

  record Key(String source, String orderId) {}

  private static final Comparator<Order> LATEST_FIRST =
      Comparator.comparing(Order::paidAt)
          .thenComparing(Order::source)
          .thenComparing(Order::orderId)
          .reversed();
  private static final Comparator<Back> IN_TIME =
      Comparator.comparing(Back::at).thenComparing(Back::source).thenComparing(Back::refundId);

  private RefundAllocation() {}

  /** Cents given back per order; orders without refund are missing. */
  static Map<Key, Long> allocate(List<Order> orders, List<Back> refunds) {
    var latestFirst = orders.stream().sorted(LATEST_FIRST).toList();
    var given = new HashMap<Key, Long>();
    for (var refund : refunds) {
      if (refund.orderId() != null) {
        latestFirst.stream()
            .filter(order -> order.key().equals(new Key(refund.source(), refund.orderId())))
            .forEach(order -> lay(order, refund.amountCents(), given));
      }
    }
    for (var refund : refunds.stream().sorted(IN_TIME).toList()) {
      if (refund.orderId() == null) {
        layOnLatest(latestFirst, refund, given);
      }
    }
    return given;
  }

  private static void layOnLatest(List<Order> latestFirst, Back refund, Map<Key, Long> given) {
    long left = refund.amountCents();
    for (var order : latestFirst) {
      if (left > 0 && !order.paidAt().isAfter(refund.at())) {
        left -= lay(order, left, given);
      }
    }
  }

  /** Never more than the order has left; answers how much found room. */
  private static long lay(Order order, long cents, Map<Key, Long> given) {
    long before = given.getOrDefault(order.key(), 0L);
    long taken = Math.min(cents, order.amountCents() - before);
    if (taken > 0) {
      given.put(order.key(), before + taken);
    }
    return taken;
  }
}
