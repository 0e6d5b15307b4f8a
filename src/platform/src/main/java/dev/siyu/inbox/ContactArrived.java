package dev.siyu.inbox;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Told in the event's transaction when WeCom told us of an add, after the customer was recorded.
 *
 * @param state of the live code the customer scanned; null without one
 */
public record ContactArrived(
    CustomerId customer, String staffUserId, @Nullable String state, Instant at) {}
