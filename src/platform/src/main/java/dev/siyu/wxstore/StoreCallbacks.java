package dev.siyu.wxstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Opens what a WeChat Store posts to us, as strictly as WeCom's callbacks. */
public interface StoreCallbacks {

  /** What came out of the envelope. */
  sealed interface Opened {

    /**
     * Truly from the store.
     *
     * @param plain the decrypted bytes: JSON or XML, or the echo text of an address check
     * @param orderId null when the event is about no order
     */
    record Authentic(byte[] plain, String type, @Nullable String orderId, Instant at)
        implements Opened {}

    /** Not provably from the store, or no store is connected; {@code why} is for our log only. */
    record Refused(String why) implements Opened {}
  }

  /** The address check (GET with echostr). Never throws for bad input. */
  Opened echo(
      @Nullable String signature,
      @Nullable String timestamp,
      @Nullable String nonce,
      @Nullable String echostr);

  /** An event (POST). Never throws for bad input. */
  Opened open(
      @Nullable String signature, @Nullable String timestamp, @Nullable String nonce, byte[] body);
}
