package dev.siyu.mall;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the mall's webhooks, signed as Standard Webhooks asks. */
@Component
class SignedWebhooks implements MallWebhooks, MallEvents {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String BASE64_SECRET = "whsec_";

  private final List<SecretKeySpec> keys;
  private final MallJson json;
  private final Clock clock;

  SignedWebhooks(MallSettings settings, Clock clock) {
    this.keys =
        Stream.concat(Stream.of(settings.webhookSecret()), settings.formerWebhookSecrets().stream())
            .map(secret -> new SecretKeySpec(secret(secret), "HmacSHA256"))
            .toList();
    this.json = new MallJson(clock);
    this.clock = clock;
  }

  @Override
  public Opened open(
      @Nullable String id, @Nullable String timestamp, @Nullable String signature, byte[] body) {
    try {
      if (id == null || timestamp == null || signature == null || !id.matches("[!-~]{1,200}")) {
        throw new WebhookRefused("SIYU-2201", "a header is missing or malformed");
      }
      checkSignature(id, timestamp, signature, body);
      checkFresh(timestamp);
      return json.opened(id, body);
    } catch (WebhookRefused e) {
      return new Opened.Refused(e.getMessage());
    }
  }

  @Override
  public MallEvent read(byte[] body) {
    return json.read(body);
  }

  /**
   * Any of the mall's signatures under any of our keys suffices, so either side can change first.
   */
  private void checkSignature(String id, String timestamp, String signatures, byte[] body)
      throws WebhookRefused {
    boolean found = false;
    for (var key : keys) {
      byte[] expected = Base64.getEncoder().encode(sign(key, id + "." + timestamp + ".", body));
      for (var signature : signatures.split(" ", 20)) {
        found |=
            signature.startsWith("v1,")
                && MessageDigest.isEqual(
                    expected, signature.substring(3).getBytes(StandardCharsets.UTF_8));
      }
    }
    if (!found) {
      throw new WebhookRefused("SIYU-2202", "signature does not match");
    }
  }

  private static byte[] sign(SecretKeySpec key, String head, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HmacSHA256", e);
    }
  }

  private void checkFresh(String timestamp) throws WebhookRefused {
    if (!timestamp.matches("[0-9]{1,11}")) {
      throw new WebhookRefused("SIYU-2203", "timestamp is not a number of seconds");
    }
    var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
      throw new WebhookRefused("SIYU-2203", "timestamp " + sent + " is not within " + TOLERANCE);
    }
  }

  private static byte[] secret(String configured) {
    return configured.startsWith(BASE64_SECRET)
        ? Base64.getDecoder().decode(configured.substring(BASE64_SECRET.length()))
        : configured.getBytes(StandardCharsets.UTF_8);
  }
}
