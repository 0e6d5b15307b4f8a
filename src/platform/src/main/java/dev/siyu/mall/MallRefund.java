package dev.siyu.mall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An after-sale as a mall tells it when asked.
 *
 * @param orderId null without original order (无原单退款)
 * @param refundedAt null as long as no money went back
 * @param kind REFUND or RETURN
 */
public record MallRefund(
    String refundId,
    @Nullable String orderId,
    MallBuyer buyer,
    long amountCents,
    @Nullable Instant refundedAt,
    @Nullable String kind,
    @Nullable String reason,
    List<Line> lines) {

  public MallRefund {
    lines = List.copyOf(lines);
  }

  /** What went back; {@code quantity} 0 where the mall tells no number. */
  public record Line(String skuId, int quantity, @Nullable Long amountCents) {}
}
