package dev.siyu.mall;

import dev.siyu.calls.CallResult;
import java.time.Duration;

/** The calls to the mall that Siyu makes. */
public interface Mall {

  record Coupon(String code, long faceCents) {}

  /** Issues a coupon once per {@code idempotencyKey}; asking again answers the same coupon. */
  CallResult<Coupon> issueCoupon(
      String idempotencyKey, String unionId, String template, Duration validFor);
}
