package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Youzan's pushes: MD5 signs, 16 repetitions over hours, 5 s each. The pauses are divided by {@code
 * speed}.
 */
final class YouzanPost implements Post {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final long[] PAUSE_SECONDS = {
    10, 30, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 1_200, 1_800, 3_600, 7_200
  };

  private final URI url;
  private final String clientId;
  private final String secret;
  private final String kdtId;
  private final long speed;
  private final Map<String, Integer> sent = new ConcurrentHashMap<>();

  YouzanPost(String appUrl, String clientId, String secret, String kdtId, long speed) {
    this.url = URI.create(appUrl + "/callbacks/youzan");
    this.clientId = clientId;
    this.secret = secret;
    this.kdtId = kdtId;
    this.speed = speed;
  }

  @Override
  public String name() {
    return "youzan";
  }

  @Override
  public Writer writer() {
    return new YouzanMessages(clientId, kdtId);
  }

  @Override
  public HttpRequest request(Parcel parcel) {
    ObjectNode push = (ObjectNode) Json.read(parcel.content());
    int before = sent.merge(parcel.id(), 1, Integer::sum) - 1;
    if (before > 0) {
      push.put("sendCount", before);
    }
    push.put("sign", md5(push.path("msg").asString()));
    String body = Json.write(push);
    return HttpRequest.newBuilder(url)
        .timeout(ANSWER_WITHIN)
        .header("Content-Type", "application/json")
        .header("Event-Sign", md5(body))
        .header("Event-Type", parcel.kind())
        .header("Client-Id", clientId)
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

  private String md5(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5")
              .digest((clientId + content + secret).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
