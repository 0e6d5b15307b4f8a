package dev.siyu.mall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a mall's webhook tells. */
public sealed interface MallEvent {

  Instant at();

  record OrderPaid(
      String orderId,
      String unionId,
      long amountCents,
      int lineCount,
      @Nullable String country,
      @Nullable String couponCode,
      Instant at)
      implements MallEvent {}

  record OrderRefunded(
      String refundId, @Nullable String orderId, String unionId, long amountCents, Instant at)
      implements MallEvent {}

  record CouponUsed(String couponCode, String unionId, @Nullable String orderId, Instant at)
      implements MallEvent {}

  record Other(String type, Instant at) implements MallEvent {}
}
