package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Journal;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * WeChat Store's callbacks: sealed as WeCom's, 10 pushes over about 3.6 h, 5 s each. The pauses are
 * divided by {@code speed}.
 */
final class StorePost implements Post {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BITS = 60;
  private static final long[] PAUSE_SECONDS = {0, 0, 10, 60, 300, 1_800, 3_600, 3_600, 3_600};

  private final String url;
  private final WeComCrypto crypto;
  private final Supplier<Journal> journal;
  private final boolean xml;
  private final long speed;

  StorePost(String appUrl, WeComCrypto crypto, Supplier<Journal> journal, boolean xml, long speed) {
    this.url = appUrl + "/callbacks/wxstore";
    this.crypto = crypto;
    this.journal = journal;
    this.xml = xml;
    this.speed = speed;
  }

  @Override
  public String name() {
    return "wxstore";
  }

  @Override
  public Writer writer() {
    return new StoreMessages(xml);
  }

  @Override
  public HttpRequest request(Parcel parcel) {
    String encrypted = crypto.encrypt(parcel.content());
    String timestamp = String.valueOf(journal.get().now().getEpochSecond());
    String nonce = new BigInteger(NONCE_BITS, RANDOM).toString();
    String query =
        "?signature=unused&msg_signature="
            + crypto.sign(timestamp, nonce, encrypted)
            + "&timestamp="
            + timestamp
            + "&nonce="
            + nonce
            + "&encrypt_type=aes";
    String body =
        xml
            ? "<xml><ToUserName><![CDATA[gh_samplestore]]></ToUserName><Encrypt><![CDATA["
                + encrypted
                + "]]></Encrypt></xml>"
            : Json.write(Map.of("ToUserName", "gh_samplestore", "Encrypt", encrypted));
    return HttpRequest.newBuilder(URI.create(url + query))
        .timeout(ANSWER_WITHIN)
        .header("Content-Type", xml ? "text/xml; charset=utf-8" : "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  @Override
  public int pushes() {
    return PAUSE_SECONDS.length + 1;
  }

  @Override
  public long pauseMillis(int failed) {
    int round = (failed - 1) % pushes();
    return PAUSE_SECONDS[Math.min(round, PAUSE_SECONDS.length - 1)] * 1_000 / speed;
  }
}
