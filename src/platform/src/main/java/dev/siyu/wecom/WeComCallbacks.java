package dev.siyu.wecom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Opens what WeCom posts to us: checks signature, freshness, receiver and padding, decrypts. */
public interface WeComCallbacks {

  /** What came out of the envelope. */
  sealed interface Opened {

    /**
     * Truly from WeCom.
     *
     * @param plain the decrypted bytes: an event's XML or the echo text of an address check
     * @param type event and change type, e.g. {@code change_external_contact/add_external_contact}
     * @param subject the external user id, or the staff user id when there is none, else empty
     * @param at CreateTime, or our clock where the message has none
     */
    record Authentic(byte[] plain, String type, String subject, Instant at) implements Opened {}

    /** Not provably from WeCom; {@code why} is for our log only, the sender never sees it. */
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
