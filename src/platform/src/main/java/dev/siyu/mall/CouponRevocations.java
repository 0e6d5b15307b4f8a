package dev.siyu.mall;

import dev.siyu.calls.CallResult;

/** Takes coupons back that were issued by {@link Mall}. */
public interface CouponRevocations {

  /** The customer used it already (HTTP 409). */
  String USED = "HTTP-409";

  /**
   * Takes an unused coupon back; repeating it does no harm. {@link #USED} when it was used,
   * HTTP-404 when the mall does not know it.
   */
  CallResult<Boolean> revoke(String couponCode);
}
