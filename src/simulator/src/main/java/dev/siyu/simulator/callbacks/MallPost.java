package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.journal.Journal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The mall's webhooks: Standard Webhooks headers, HMAC-SHA256, back-off 1 s doubling to 5 s. */
final class MallPost implements Post {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final URI url;
  private final SecretKeySpec key;
  private final Supplier<Journal> journal;

  MallPost(String appUrl, String secret, Supplier<Journal> journal) {
    this.url = URI.create(appUrl + "/callbacks/mall");
    this.key = new SecretKeySpec(bytes(secret), "HmacSHA256");
    this.journal = journal;
  }

  @Override
  public String name() {
    return "mall";
  }

  @Override
  public Writer writer() {
    return new MallMessages();
  }

  @Override
  public HttpRequest request(Parcel parcel) {
    String id = "msg_" + journal.get().incarnation() + "_" + parcel.id();
    String timestamp = String.valueOf(journal.get().now().getEpochSecond());
    return HttpRequest.newBuilder(url)
        .timeout(ANSWER_WITHIN)
        .header("Content-Type", "application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", timestamp)
        .header("webhook-signature", "v1," + sign(id + "." + timestamp + "." + parcel.content()))
        .POST(BodyPublishers.ofString(parcel.content()))
        .build();
  }

  @Override
  public int pushes() {
    return 10;
  }

  @Override
  public long pauseMillis(int failed) {
    return Math.min(LONGEST_PAUSE_MILLIS, 1_000L << Math.min(failed - 1, 10));
  }

  /** Standard Webhooks: {@code whsec_} + Base64; any other secret is used as it is. */
  private static byte[] bytes(String secret) {
    return secret.startsWith("whsec_")
        ? Base64.getDecoder().decode(secret.substring("whsec_".length()))
        : secret.getBytes(StandardCharsets.UTF_8);
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
