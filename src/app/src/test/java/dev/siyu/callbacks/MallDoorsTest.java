package dev.siyu.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.inbox.InboundEvent;
import dev.siyu.time.SiyuClock;
import dev.siyu.web.Site;
import dev.siyu.web.SiteTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The doors of WeChat Store and Youzan over real HTTP. */
@SiteTest
class MallDoorsTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired SiyuClock clock;

  @BeforeEach
  void empty() {
    Site.RECEIVED.clear();
  }

  private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static String md5(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String push(String more) {
    return "{\"client_id\":\"sampleyouzanclient\",\"kdt_id\":10010001,\"id\":\"E1\","
        + "\"type\":\"trade_TradePaid\",\"msg\":\"%7B%22tid%22%3A%22E1%22%7D\",\"version\":5"
        + more
        + "}";
  }

  @Test
  void shouldRefuseEveryForgeryAtTheStoresDoorWithOneAnswer() throws Exception {
    // given
    var answers = new HashSet<String>();
    // when
    for (var forged :
        new Forgeries(7, clock.instant().getEpochSecond()).stream().limit(200).toList()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + port + "/callbacks/wxstore?" + forged.query()))
              .POST(BodyPublishers.ofByteArray(forged.body()))
              .build();
      var answer = HTTP.send(request, BodyHandlers.ofString());
      answers.add(answer.statusCode() + " " + answer.body());
    }
    // then
    assertThat(answers).containsExactly("403 SIYU-2001 refused");
    assertThat(Site.RECEIVED).isEmpty();
  }

  @Test
  void shouldAnswerYouzanInItsOwnWordsAndKnowARepetition() throws Exception {
    // given the same push twice, the second one counted
    var first = push("");
    var second = push(",\"sendCount\":1");
    // when
    var one = post("/callbacks/youzan", first, "Event-Sign", sign(first));
    post("/callbacks/youzan", second, "Event-Sign", sign(second));
    // then
    assertThat(one.body()).isEqualTo("{\"code\":0,\"msg\":\"success\"}");
    assertThat(Site.RECEIVED.stream().map(InboundEvent::dedupeKey).distinct()).hasSize(1);
    assertThat(Site.RECEIVED).allMatch(event -> event.subject().equals("youzan:E1"));
  }

  private static String sign(String body) throws Exception {
    return md5("sampleyouzanclient" + body + "sample-youzan-secret");
  }

  @Test
  void shouldRefuseAnUnsignedPush() throws Exception {
    // when
    var answer = post("/callbacks/youzan", push(""));
    var twice =
        post(
            "/callbacks/youzan",
            push(""),
            "Event-Sign",
            sign(push("")),
            "Event-Sign",
            sign(push("")));
    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("success");
    assertThat(twice.statusCode()).isEqualTo(403);
    assertThat(Site.RECEIVED).isEmpty();
  }
}
