package dev.siyu.simulator.mall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money given back; without an order id when nobody knows for which order (无原单退款). */
public record Refund(
    String refundId,
    @Nullable String orderId,
    String unionId,
    long amountCents,
    Instant refundedAt) {}
