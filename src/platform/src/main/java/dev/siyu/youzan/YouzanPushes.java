package dev.siyu.youzan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks what Youzan pushes to us. */
public interface YouzanPushes {

  /** What the check found. */
  sealed interface Opened {

    /**
     * Truly from Youzan.
     *
     * @param body what was pushed, without what differs from push to push
     * @param tid the trade it is about; null for none
     */
    record Authentic(byte[] body, String type, @Nullable String tid, Instant at)
        implements Opened {}

    /** Not provably from Youzan, or no shop is connected; {@code why} is for our log only. */
    record Refused(String why) implements Opened {}
  }

  /**
   * Never throws for bad input.
   *
   * @param eventSign the header Event-Sign: MD5 over client id, raw body, client secret
   */
  Opened open(@Nullable String eventSign, byte[] body);
}
