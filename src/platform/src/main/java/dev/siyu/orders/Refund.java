package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money given back; {@code orderId} is null for a refund without original order (无原单退款). */
public record Refund(
    String source,
    String refundId,
    CustomerId customer,
    @Nullable String orderId,
    long amountCents,
    Instant refundedAt) {}
