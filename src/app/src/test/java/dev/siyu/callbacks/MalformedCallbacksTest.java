package dev.siyu.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.callbacks.Forgeries.Forged;
import dev.siyu.time.SiyuClock;
import dev.siyu.web.Site;
import dev.siyu.web.SiteTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class MalformedCallbacksTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int TRIES = 1000;

  @LocalServerPort int port;
  @Autowired SiyuClock clock;

  @BeforeEach
  void empty() {
    Site.RECEIVED.clear();
  }

  @Test
  void shouldRefuseAThousandForgeriesWithOneAnswerAndStoreNone() throws Exception {
    // given
    long seed = Long.getLong("siyu.seed", new Random().nextLong());
    System.out.println("MalformedCallbacksTest seed: -Dsiyu.seed=" + seed);
    var forgeries = new Forgeries(seed, clock.instant().getEpochSecond());
    var answers = new HashSet<String>();
    var surprises = new ArrayList<String>();
    // when
    for (var forged : forgeries.stream().limit(TRIES).toList()) {
      var answer = post("/callbacks/wecom", forged);
      answers.add(answer.statusCode() + " " + answer.body());
      if (answer.statusCode() != 403) {
        surprises.add(forged.kind() + ": " + answer.statusCode());
      }
    }
    // then
    assertThat(surprises).as("seed %d", seed).isEmpty();
    assertThat(answers).containsExactly("403 SIYU-2001 refused");
    assertThat(Site.RECEIVED).isEmpty();
  }

  @Test
  void shouldStoreAGenuineEventAndKnowItAgain() throws Exception {
    // given
    var forgeries = new Forgeries(1, clock.instant().getEpochSecond());
    var genuine =
        forgeries.genuine(
            "<xml><Event>change_external_contact</Event><ChangeType>add_external_contact</ChangeType><ExternalUserID>wm1</ExternalUserID></xml>");
    // when
    var first = post("/callbacks/wecom", genuine);
    var replayed = post("/callbacks/wecom", genuine);
    // then
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(replayed.statusCode()).isEqualTo(200);
    assertThat(Site.RECEIVED).extracting(event -> event.subject()).containsExactly("wm1", "wm1");
    assertThat(Site.RECEIVED.stream().map(event -> event.dedupeKey()).distinct()).hasSize(1);
  }

  @Test
  void shouldAnswerTooLargeWithoutReading() throws Exception {
    for (var path : new String[] {"/callbacks/wecom?msg_signature=x", "/callbacks/mall"}) {
      // when
      var answer =
          HTTP.send(
              HttpRequest.newBuilder(uri(path))
                  .POST(BodyPublishers.ofByteArray(new byte[10_000_000]))
                  .build(),
              BodyHandlers.ofString());
      // then
      assertThat(answer.statusCode()).isEqualTo(413);
    }
    assertThat(Site.RECEIVED).isEmpty();
  }

  @Test
  void shouldRefuseMallWebhooksThatAreNotSigned() throws Exception {
    // given
    var body = "{\"type\":\"order.paid\",\"data\":{}}";
    var timestamp = String.valueOf(clock.instant().getEpochSecond());
    var bare = HttpRequest.newBuilder(uri("/callbacks/mall")).POST(BodyPublishers.ofString(body));
    var wrong =
        bare.copy()
            .header("webhook-id", "w1")
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", "v1,AAAA");
    var twice = wrong.copy().header("webhook-id", "w2");
    // then
    for (var request : new HttpRequest.Builder[] {bare, wrong, twice}) {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode() + " " + answer.body()).isEqualTo("403 SIYU-2001 refused");
    }
    assertThat(Site.RECEIVED).isEmpty();
  }

  @Test
  void shouldRefuseAForgedAddressCheckInTheSameWords() throws Exception {
    var answer =
        HTTP.send(
            HttpRequest.newBuilder(
                    uri("/callbacks/wecom?msg_signature=x&timestamp=1&nonce=2&echostr=abc"))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode() + " " + answer.body()).isEqualTo("403 SIYU-2001 refused");
  }

  private HttpResponse<String> post(String path, Forged forged)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri(path + "?" + forged.query()))
            .header("Content-Type", "text/xml")
            .POST(BodyPublishers.ofByteArray(forged.body()))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
