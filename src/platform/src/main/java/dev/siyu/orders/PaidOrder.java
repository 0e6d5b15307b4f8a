package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A paid order as a mall reports it; {@code amountCents} > 0. */
public record PaidOrder(
    String source,
    String orderId,
    CustomerId customer,
    long amountCents,
    int lineCount,
    @Nullable String country,
    @Nullable String couponCode,
    Instant paidAt) {}
