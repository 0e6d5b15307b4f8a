package dev.siyu.mall;

import java.time.Instant;
import java.util.List;
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
      Instant at,
      @Nullable Told told)
      implements MallEvent {

    public OrderPaid(
        String orderId,
        String unionId,
        long amountCents,
        int lineCount,
        @Nullable String country,
        @Nullable String couponCode,
        Instant at) {
      this(orderId, unionId, amountCents, lineCount, country, couponCode, at, null);
    }
  }

  /** What a mall may add to an order; all of it is optional. */
  record Told(
      @Nullable String shop,
      MallOrder.Evidence evidence,
      @Nullable Long commissionCents,
      List<MallOrder.Line> lines) {

    public Told {
      lines = List.copyOf(lines);
    }
  }

  record OrderRefunded(
      String refundId, @Nullable String orderId, String unionId, long amountCents, Instant at)
      implements MallEvent {}

  record CouponUsed(String couponCode, String unionId, @Nullable String orderId, Instant at)
      implements MallEvent {}

  record CouponExpired(String couponCode, String unionId, Instant at) implements MallEvent {}

  record Other(String type, Instant at) implements MallEvent {}
}
