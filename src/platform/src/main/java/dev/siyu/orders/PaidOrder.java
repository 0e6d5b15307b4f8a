package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paid order as a mall reports it.
 *
 * @param customer the id it came under; may be an alias, and is kept so that a merge can be undone
 * @param amountCents what was paid, > 0
 */
public record PaidOrder(
    String source,
    String orderId,
    CustomerId customer,
    long amountCents,
    int lineCount,
    @Nullable String country,
    @Nullable String couponCode,
    Instant paidAt,
    OrderFacts facts) {

  public PaidOrder(
      String source,
      String orderId,
      CustomerId customer,
      long amountCents,
      int lineCount,
      @Nullable String country,
      @Nullable String couponCode,
      Instant paidAt) {
    this(
        source,
        orderId,
        customer,
        amountCents,
        lineCount,
        country,
        couponCode,
        paidAt,
        OrderFacts.NONE);
  }
}
