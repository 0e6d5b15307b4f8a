package dev.siyu.wechat;

import dev.siyu.xml.SafeXml;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Opens a sealed callback: first what proves where it comes from, only then what it tells. */
public final class Envelope {

  public static final int MAX_BYTES = 128 * 1024;
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final CallbackCipher cipher;
  private final Clock clock;

  public Envelope(CallbackCipher cipher, Clock clock) {
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Checks parameters, signature, freshness, padding and receiver, in this order. */
  public byte[] verified(
      @Nullable String signature,
      @Nullable String timestamp,
      @Nullable String nonce,
      @Nullable String encrypted)
      throws CallbackRefused {
    if (signature == null || timestamp == null || nonce == null || encrypted == null) {
      throw new CallbackRefused("SIYU-2101", "a parameter is missing");
    }
    cipher.checkSignature(signature, timestamp, nonce, encrypted);
    checkFresh(timestamp);
    return cipher.decrypt(encrypted);
  }

  private void checkFresh(String timestamp) throws CallbackRefused {
    if (!timestamp.matches("[0-9]{1,11}")) {
      throw new CallbackRefused("SIYU-2103", "timestamp is not a number of seconds");
    }
    var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(sent, clock.instant()).abs().compareTo(FRESH) > 0) {
      throw new CallbackRefused("SIYU-2103", "timestamp " + sent + " is not within " + FRESH);
    }
  }

  /** The cipher text in an XML body. */
  public static String inXml(byte[] body) throws CallbackRefused {
    try {
      var found = SafeXml.parse(body, MAX_BYTES).getElementsByTagName("Encrypt");
      if (found.getLength() != 1) {
        throw new CallbackRefused("SIYU-2104", found.getLength() + " Encrypt (expected: 1)");
      }
      return found.item(0).getTextContent().strip();
    } catch (SafeXml.Malformed e) {
      throw new CallbackRefused("SIYU-2104", "body is " + e.getMessage());
    }
  }

  /** The cipher text in a body that is JSON or XML, as the store's owner chose. */
  public static String inJsonOrXml(byte[] body) throws CallbackRefused {
    if (body.length == 0 || body.length > MAX_BYTES || body[0] != '{') {
      return inXml(body);
    }
    try {
      var encrypted = JSON.readTree(body).path("Encrypt");
      if (!encrypted.isString()) {
        throw new CallbackRefused("SIYU-2104", "no Encrypt in the JSON");
      }
      return encrypted.stringValue().strip();
    } catch (JacksonException e) {
      throw new CallbackRefused("SIYU-2104", "body is not JSON");
    }
  }
}
