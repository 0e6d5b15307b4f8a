package dev.siyu.simulator.journal;

import java.time.Instant;

/** Facts about temporary media. */
public sealed interface MediaFact extends Fact {

  record Uploaded(String mediaId, String type, String fileName, long bytes, Instant expiresAt)
      implements MediaFact {}

  /** It was uploaded as an attachment of moments. */
  record ForMoments(String mediaId) implements MediaFact {}
}
