package dev.siyu.engine;

import java.time.Duration;
import java.util.Map;

/**
 * A message for journeys.
 *
 * @param key unique; announcing the same key again changes nothing
 * @param correlationKey the customer id, so that an instance and its messages share a partition
 * @param timeToLive how long it waits for a journey to listen; zero for messages that start one
 */
public record Announcement(
    String key,
    String name,
    String correlationKey,
    Duration timeToLive,
    Map<String, Object> variables) {}
