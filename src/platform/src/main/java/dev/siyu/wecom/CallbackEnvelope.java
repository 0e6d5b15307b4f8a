package dev.siyu.wecom;

import dev.siyu.xml.SafeXml;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens callbacks: first what proves where they come from, only then what they tell. */
@Component
class CallbackEnvelope implements WeComCallbacks, WeComEvents {

  static final int MAX_BYTES = 128 * 1024;
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final CallbackCipher cipher;
  private final CallbackXml xml;
  private final Clock clock;

  CallbackEnvelope(WeComSettings settings, Clock clock) {
    this.cipher =
        new CallbackCipher(settings.callbackToken(), settings.callbackAesKey(), settings.corpId());
    this.xml = new CallbackXml(clock);
    this.clock = clock;
  }

  @Override
  public Opened echo(
      @Nullable String signature,
      @Nullable String timestamp,
      @Nullable String nonce,
      @Nullable String echostr) {
    try {
      var plain = verified(signature, timestamp, nonce, echostr);
      return new Opened.Authentic(plain, "echo", "", clock.instant());
    } catch (CallbackRefused e) {
      return new Opened.Refused(e.getMessage());
    }
  }

  @Override
  public Opened open(
      @Nullable String signature, @Nullable String timestamp, @Nullable String nonce, byte[] body) {
    try {
      return xml.opened(verified(signature, timestamp, nonce, encrypted(body)));
    } catch (CallbackRefused e) {
      return new Opened.Refused(e.getMessage());
    }
  }

  @Override
  public WeComEvent read(byte[] plain) {
    return xml.read(plain);
  }

  private byte[] verified(
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

  private static String encrypted(byte[] body) throws CallbackRefused {
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
}
