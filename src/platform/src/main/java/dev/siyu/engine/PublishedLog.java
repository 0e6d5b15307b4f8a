package dev.siyu.engine;

import java.time.Instant;

/** What the engine's own log tells about messages, some moments later. */
interface PublishedLog {

  /** Whether the log holds the publication of this message; no is only "not yet". */
  boolean seen(String messageId);

  /** Until which engine time the log is written out; {@link Instant#MAX} when unknown. */
  Instant writtenUntil();
}
