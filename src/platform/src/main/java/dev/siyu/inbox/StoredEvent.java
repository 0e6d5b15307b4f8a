package dev.siyu.inbox;

import dev.siyu.inbox.InboundEvent.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in the inbox.
 *
 * @param attempts failed tries so far
 * @param welcome how the welcome of an add ended; null when there is none (yet)
 */
record StoredEvent(
    long id,
    Source source,
    String type,
    String subject,
    byte[] body,
    Instant occurredAt,
    Instant receivedAt,
    int attempts,
    @Nullable String welcome) {

  /** Names the run of the journey that an add starts. */
  String entry() {
    return "e" + id;
  }
}
