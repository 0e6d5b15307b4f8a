package dev.siyu.simulator.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Facts of the mall; money in cents. */
public sealed interface MallFact extends Fact {

  String unionId();

  record OrderPaid(
      String orderId,
      String unionId,
      long amountCents,
      int lineCount,
      String country,
      @Nullable String couponCode,
      Instant paidAt)
      implements MallFact {}

  record OrderRefunded(
      String refundId,
      @Nullable String orderId,
      String unionId,
      long amountCents,
      Instant refundedAt)
      implements MallFact {}

  record CouponIssued(
      String code,
      String unionId,
      String template,
      long faceCents,
      long validSeconds,
      Instant expiresAt,
      String idempotencyKey)
      implements MallFact {}

  record CouponExpired(String code, String unionId) implements MallFact {}

  /** The shop took it back; it cannot be used any more. */
  record CouponRevoked(String code, String unionId) implements MallFact {}

  record CouponUsed(String code, String unionId, @Nullable String orderId, @Nullable String id)
      implements MallFact {}
}
