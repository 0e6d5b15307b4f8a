package dev.siyu.mall;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.siyu.calls.CallResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpMallTest {

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch silence = new CountDownLatch(1);
  private HttpServer server;
  private int status = 201;
  private int silentCalls;
  private String answer = "{\"code\":\"CPN1\",\"faceCents\":2000}";

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(
              headers.getFirst("Idempotency-Key")
                  + " "
                  + headers.getFirst("Authorization")
                  + " "
                  + body);
          if (requests.size() <= silentCalls) {
            await();
          }
          exchange.getResponseHeaders().add("Retry-After", "17");
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  private void await() {
    try {
      silence.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void close() {
    silence.countDown();
    server.stop(0);
  }

  private CallResult<Mall.Coupon> issue(int port) {
    var settings =
        new MallSettings(
            URI.create("http://127.0.0.1:" + port),
            "key",
            "secret",
            Duration.ofMillis(900),
            Duration.ofMillis(900));
    return new HttpMall(settings, Clock.systemUTC())
        .issueCoupon("touch-1", "u1", "traffic-30", Duration.ofDays(7));
  }

  private CallResult<Mall.Coupon> issue() {
    return issue(server.getAddress().getPort());
  }

  @Test
  void shouldIssueACouponUnderItsKey() {
    // when
    var result = issue();
    // then
    assertThat(result).isEqualTo(new CallResult.Ok<>(new Mall.Coupon("CPN1", 2000)));
    assertThat(requests)
        .containsExactly(
            "touch-1 Bearer key {\"unionId\":\"u1\",\"template\":\"traffic-30\",\"validSeconds\":604800}");
  }

  @ParameterizedTest
  @CsvSource({
    "400, Broken",
    "401, Broken",
    "404, Declined",
    "409, Declined",
    "422, Broken",
    "429, Retryable",
    "503, Retryable",
    "500, Unknown",
    "502, Unknown"
  })
  void shouldEndAsTheStatusSays(int code, String ending) {
    // given
    status = code;
    // when
    var result = issue();
    // then
    assertThat(result.getClass().getSimpleName()).isEqualTo(ending);
    if (result instanceof CallResult.Retryable<Mall.Coupon> again) {
      assertThat(again.after()).as("Retry-After is obeyed").isEqualTo(Duration.ofSeconds(17));
    }
  }

  @Test
  void shouldEndTheDoubtByAskingUnderTheSameKey() {
    // given
    silentCalls = 1;
    // when
    var result = issue();
    // then
    assertThat(result).isInstanceOf(CallResult.Ok.class);
    assertThat(requests).hasSize(2).allMatch(request -> request.startsWith("touch-1 "));
  }

  @Test
  void shouldNotKnowWhenNoAnswerComesTwice() {
    // given
    silentCalls = 2;
    // when
    var result = issue();
    // then
    assertThat(result).isInstanceOf(CallResult.Unknown.class);
    assertThat(requests).hasSize(2);
  }

  @Test
  void shouldTryAgainWhenNobodyListens() {
    // given
    int port = server.getAddress().getPort();
    server.stop(0);
    // when
    var result = issue(port);
    // then
    assertThat(result).isInstanceOf(CallResult.Retryable.class);
  }
}
