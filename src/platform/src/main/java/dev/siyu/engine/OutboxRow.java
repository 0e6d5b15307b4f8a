package dev.siyu.engine;

import java.time.Duration;
import java.time.Instant;

/** A message in the outbox; {@code variables} as JSON. */
record OutboxRow(
    long id,
    String key,
    String name,
    String correlationKey,
    Duration timeToLive,
    String variables,
    int attempts,
    Instant changedAt) {}
