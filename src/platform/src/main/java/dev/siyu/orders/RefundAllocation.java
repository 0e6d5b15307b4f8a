package dev.siyu.orders;

import java.time.Instant;
import java.util.ArrayList;
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
public final class RefundAllocation {

  public record Order(String source, String orderId, long amountCents, Instant paidAt) {
    Key key() {
      return new Key(source, orderId);
    }
  }

  public record Back(
      String source, String refundId, @Nullable String orderId, long amountCents, Instant at) {}

  public record Key(String source, String orderId) {}

  /**
   * A part of a refund and the order it lies on.
   *
   * @param order null for what found no room
   */
  public record Part(Back refund, @Nullable Key order, long cents) {}

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
    var given = new HashMap<Key, Long>();
    parts(orders, refunds).stream()
        .forEach(
            part -> {
              var order = part.order();
              if (order != null) {
                given.merge(order, part.cents(), Long::sum);
              }
            });
    return given;
  }

  /** Every cent of every refund once, those with an original order first, else in time. */
  public static List<Part> parts(List<Order> orders, List<Back> refunds) {
    var latestFirst = orders.stream().sorted(LATEST_FIRST).toList();
    var inTime = refunds.stream().sorted(IN_TIME).toList();
    var given = new HashMap<Key, Long>();
    var parts = new ArrayList<Part>();
    inTime.stream()
        .filter(refund -> refund.orderId() != null)
        .forEach(refund -> lay(latestFirst, refund, given, parts));
    inTime.stream()
        .filter(refund -> refund.orderId() == null)
        .forEach(refund -> lay(latestFirst, refund, given, parts));
    return parts;
  }

  private static void lay(
      List<Order> latestFirst, Back refund, Map<Key, Long> given, List<Part> parts) {
    long left = refund.amountCents();
    for (var order : latestFirst) {
      if (left > 0 && takes(order, refund)) {
        long taken = lay(order, left, given);
        if (taken > 0) {
          parts.add(new Part(refund, order.key(), taken));
        }
        left -= taken;
      }
    }
    if (left > 0) {
      parts.add(new Part(refund, null, left));
    }
  }

  private static boolean takes(Order order, Back refund) {
    return refund.orderId() == null
        ? !order.paidAt().isAfter(refund.at())
        : order.key().equals(new Key(refund.source(), refund.orderId()));
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
