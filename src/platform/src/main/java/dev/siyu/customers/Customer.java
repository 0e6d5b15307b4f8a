package dev.siyu.customers;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One person as all journeys see them. */
public record Customer(
    CustomerId id,
    @Nullable String externalUserId,
    @Nullable String unionId,
    String name,
    Stage stage,
    @Nullable String channel,
    @Nullable String staffUserId,
    ZoneId zone,
    boolean consent,
    @Nullable Instant addedAt) {}
