package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.siyu.calls.CallResult;
import dev.siyu.simulator.Settings;
import dev.siyu.simulator.Simulator;
import dev.siyu.wecom.WeComCallbacks.Opened;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our connector and our callback door against the simulator, over real HTTP. */
class SimulatedWeComTest {

  private final BlockingQueue<Opened> received = new LinkedBlockingQueue<>();
  private HttpServer app;
  private Simulator simulator;
  private WeComSettings settings;
  private WxWeCom weCom;

  @BeforeEach
  void open(@TempDir Path data) throws IOException {
    app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    simulator =
        new Simulator(
            Settings.of(
                Map.of(),
                "--port=0",
                "--data=" + data,
                "--app-url=http://127.0.0.1:" + app.getAddress().getPort(),
                "--staff-confirm=auto:PT0.1S"));
    settings =
        new WeComSettings(
            URI.create("http://127.0.0.1:" + simulator.port()),
            "sampleCorp00000001",
            1000002,
            "sample-contact-secret",
            "sample-app-secret",
            "sampleCallbackToken",
            "sampleAesKey0123456789abcdefghijklmnopqrstu",
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            64,
            5,
            Duration.ofMinutes(1),
            "Siyu");
    weCom = new WxWeCom(new WeComLines(settings, Clock.systemUTC()));
    var callbacks = new CallbackEnvelope(settings, Clock.systemUTC());
    app.createContext(
        "/callbacks/wecom",
        exchange -> {
          var query = query(exchange.getRequestURI().getRawQuery());
          received.add(
              callbacks.open(
                  query.get("msg_signature"),
                  query.get("timestamp"),
                  query.get("nonce"),
                  exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    app.start();
  }

  @AfterEach
  void close() throws IOException {
    simulator.close();
    app.stop(0);
  }

  private static Map<String, String> query(String raw) {
    return Arrays.stream(raw.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private WeComEvent.ContactAdded add() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/sim/wecom/adds"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"externalUserId":"wm-1","unionId":"u-1","name":"小明","staffUserId":"li.na",
                     "state":"store"}"""))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
    var opened = received.poll(10, TimeUnit.SECONDS);
    assertThat(opened).isInstanceOf(Opened.Authentic.class);
    var event = new CallbackEnvelope(settings, Clock.systemUTC());
    return (WeComEvent.ContactAdded) event.read(((Opened.Authentic) opened).plain());
  }

  @Test
  void shouldTakeACustomerThroughEveryCall() throws Exception {
    // when
    var added = add();
    var welcome = weCom.sendWelcome(String.valueOf(added.welcomeCode()), "您好");
    var again = weCom.sendWelcome(String.valueOf(added.welcomeCode()), "您好");
    var contact = weCom.contact("wm-1");
    var tagged = weCom.markTags("li.na", "wm-1", List.of("来源/门店", "跟进/新添加"), List.of());
    var retagged = weCom.markTags("li.na", "wm-1", List.of("跟进/已首单"), List.of("跟进/新添加"));
    var task = weCom.createMassSend("li.na", List.of("wm-1"), "新品");
    var told = weCom.sendAppMessage("li.na", "请确认");
    // then
    assertThat(added.state()).isEqualTo("store");
    assertThat(welcome).isEqualTo(new CallResult.Ok<>(true));
    assertThat(again).as("41051").isInstanceOf(CallResult.Declined.class);
    assertThat(contact)
        .isEqualTo(new CallResult.Ok<>(new WeCom.Contact("wm-1", "小明", "u-1", List.of("li.na"))));
    assertThat(List.of(tagged, retagged)).containsOnly(new CallResult.Ok<>(true));
    assertThat(told).isEqualTo(new CallResult.Ok<>(true));
    assertThat(task).isInstanceOf(CallResult.Ok.class);
    var msgId = ((CallResult.Ok<String>) task).value();
    await()
        .untilAsserted(
            () ->
                assertThat(weCom.massSendResults(msgId, "li.na"))
                    .isEqualTo(new CallResult.Ok<>(List.of(new WeCom.MassSendResult("wm-1", 1)))));
  }

  @Test
  void shouldDeclineWhatConcernsAStranger() {
    // when
    var tagged = weCom.markTags("li.na", "wm-nobody", List.of("来源/门店"), List.of());
    var sent = weCom.createMassSend("li.na", List.of("wm-nobody"), "新品");
    // then
    assertThat(tagged).isNotInstanceOf(CallResult.Ok.class);
    assertThat(sent).isNotInstanceOf(CallResult.Ok.class);
  }
}
