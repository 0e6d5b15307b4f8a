package dev.siyu.mall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks what a mall posts to us: signature over id, timestamp and raw body, and freshness. */
public interface MallWebhooks {

  /** What the check found. */
  sealed interface Opened {

    /**
     * Truly from the mall.
     *
     * @param id the webhook id, the same at every delivery of one event
     * @param subject the union id, empty when the body names none
     */
    record Authentic(String id, String type, String subject, byte[] body, Instant at)
        implements Opened {}

    /** Not provably from the mall; {@code why} is for our log only. */
    record Refused(String why) implements Opened {}
  }

  /** Never throws for bad input. */
  Opened open(
      @Nullable String id, @Nullable String timestamp, @Nullable String signature, byte[] body);
}
