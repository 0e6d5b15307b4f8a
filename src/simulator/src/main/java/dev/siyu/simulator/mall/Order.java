package dev.siyu.simulator.mall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A paid order. */
public record Order(
    String orderId,
    String unionId,
    long amountCents,
    int lineCount,
    String country,
    @Nullable String couponCode,
    Instant paidAt) {}
