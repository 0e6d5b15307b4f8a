package dev.siyu.simulator.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of the mall; money in cents. */
public sealed interface MallFact extends Fact {

  String unionId();

  /** {@code lines}: what was bought; null when whoever told it did not say. */
  record OrderPaid(
      String orderId,
      String unionId,
      long amountCents,
      int lineCount,
      String country,
      @Nullable String couponCode,
      Instant paidAt,
      @Nullable List<Line> lines)
      implements MallFact {}

  /** One thing bought; {@code paidCents} for all of them together. */
  record Line(String skuId, @Nullable String title, int quantity, long paidCents) {}

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
