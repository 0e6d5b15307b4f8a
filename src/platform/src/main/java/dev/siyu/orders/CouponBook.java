package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Remembers how coupons ended (核销、过期), whichever mall tells it. */
public interface CouponBook {

  /** How a coupon ends. */
  enum End {
    USED,
    EXPIRED
  }

  /** Idempotent; a use is never undone by an expiry that comes late or before it. */
  void ended(
      String source,
      String code,
      CustomerId customer,
      End how,
      @Nullable String orderId,
      Instant at);
}
