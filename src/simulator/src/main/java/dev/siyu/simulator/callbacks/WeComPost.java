package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.journal.Journal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Supplier;

/** WeCom's callbacks: encrypted XML, 3 pushes, 5 s each (docs 91144, 90968). */
final class WeComPost implements Post {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BITS = 60;

  private final String url;
  private final WeComCrypto crypto;
  private final Supplier<Journal> journal;

  WeComPost(String appUrl, WeComCrypto crypto, Supplier<Journal> journal) {
    this.url = appUrl + "/callbacks/wecom";
    this.crypto = crypto;
    this.journal = journal;
  }

  @Override
  public String name() {
    return "wecom";
  }

  @Override
  public Writer writer() {
    return new WeComMessages(crypto.receiver());
  }

  @Override
  public HttpRequest request(Parcel parcel) {
    String encrypted = crypto.encrypt(parcel.content());
    String body =
        "<xml><ToUserName><![CDATA["
            + crypto.receiver()
            + "]]></ToUserName><Encrypt><![CDATA["
            + encrypted
            + "]]></Encrypt><AgentID><![CDATA[]]></AgentID></xml>";
    return HttpRequest.newBuilder(address(encrypted, ""))
        .timeout(ANSWER_WITHIN)
        .header("Content-Type", "text/xml; charset=utf-8")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /** The check WeCom makes when a callback address is saved: GET with an encrypted echo. */
  HttpRequest check(String echo) {
    String encrypted = crypto.encrypt(echo);
    String more = "&echostr=" + URLEncoder.encode(encrypted, StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(address(encrypted, more)).timeout(ANSWER_WITHIN).GET().build();
  }

  @Override
  public int pushes() {
    return 3;
  }

  @Override
  public long pauseMillis(int failed) {
    return failed % pushes() == 0 ? 2_000 : 1_000;
  }

  private URI address(String encrypted, String more) {
    String timestamp = String.valueOf(journal.get().now().getEpochSecond());
    String nonce = new BigInteger(NONCE_BITS, RANDOM).toString();
    return URI.create(
        url
            + "?msg_signature="
            + crypto.sign(timestamp, nonce, encrypted)
            + "&timestamp="
            + timestamp
            + "&nonce="
            + nonce
            + more);
  }
}
