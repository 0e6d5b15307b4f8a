package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.siyu.calls.CallResult;
import dev.siyu.simulator.Settings;
import dev.siyu.simulator.Simulator;
import dev.siyu.wecom.StaffCards.Button;
import dev.siyu.wecom.StaffCards.Card;
import dev.siyu.wecom.StaffCards.Line;
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

/** Our cards in the true protocol: sent, pressed, told by an encrypted callback, changed. */
class SimulatedCardsTest {

  private final BlockingQueue<Opened> received = new LinkedBlockingQueue<>();
  private HttpServer app;
  private Simulator simulator;
  private StaffCards cards;
  private CallbackEnvelope callbacks;

  @BeforeEach
  void open(@TempDir Path data) throws IOException {
    app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    simulator =
        new Simulator(
            Settings.of(
                Map.of(),
                "--port=0",
                "--data=" + data,
                "--app-url=http://127.0.0.1:" + app.getAddress().getPort()));
    var settings =
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
    cards = new WxStaffCards(new WeComLines(settings, Clock.systemUTC()));
    callbacks = new CallbackEnvelope(settings, Clock.systemUTC());
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

  @Test
  void shouldSendACardHearThePressAndChangeIt() throws Exception {
    // given
    var sent = cards.show("li.qiang", card("A1-0-7", "同意", "approve"));
    assertThat(sent).isInstanceOf(CallResult.Ok.class);
    assertThat(page()).contains("价格申请", "申请人", "同意", "/a/A1?say=REJECT");

    // when
    press("A1-0-7", "approve");
    var opened = received.poll(10, TimeUnit.SECONDS);

    // then
    assertThat(opened).isInstanceOf(Opened.Authentic.class);
    var authentic = (Opened.Authentic) opened;
    assertThat(authentic.type()).isEqualTo("template_card_event");
    assertThat(authentic.subject()).as("keeps one person's presses in order").isEqualTo("li.qiang");
    var pressed = (WeComEvent.CardPressed) callbacks.read(authentic.plain());
    assertThat(pressed.staffUserId()).isEqualTo("li.qiang");
    assertThat(pressed.taskId()).isEqualTo("A1-0-7");
    assertThat(pressed.key()).isEqualTo("approve");

    // when
    var changed =
        cards.change("li.qiang", pressed.responseCode(), card("A1-0-7", "确认同意", "confirm"));

    // then
    assertThat(changed).isEqualTo(new CallResult.Ok<>(true));
    assertThat(page()).contains("确认同意", "/a/A1?say=REJECT");
    assertDeclined("42022", cards.change("li.qiang", pressed.responseCode(), card("A1", "x", "y")));
    assertDeclined("42014", cards.show("li.qiang", card("A1-0-7", "同意", "approve")));
  }

  @Test
  void shouldTellTwoCardsPressedInTheSameSecondApart() throws Exception {
    // given
    cards.show("li.qiang", card("A1-0-7", "同意", "approve"));
    cards.show("li.qiang", card("A2-0-7", "同意", "approve"));

    // when
    press("A1-0-7", "approve");
    press("A2-0-7", "approve");
    var first = (Opened.Authentic) received.poll(10, TimeUnit.SECONDS);
    var second = (Opened.Authentic) received.poll(10, TimeUnit.SECONDS);

    // then
    assertThat(first.plain()).isNotEqualTo(second.plain());
    assertThat(List.of(callbacks.read(first.plain()), callbacks.read(second.plain())))
        .extracting(event -> ((WeComEvent.CardPressed) event).taskId())
        .containsExactly("A1-0-7", "A2-0-7");
  }

  private static void assertDeclined(String code, CallResult<?> result) {
    assertThat(result)
        .isInstanceOfSatisfying(
            CallResult.Declined.class, no -> assertThat(no.code()).isEqualTo(code));
  }

  private static Card card(String taskId, String button, String key) {
    return new Card(
        taskId,
        "审批",
        "价格申请",
        "价格与库存",
        "价格 ¥0.99",
        "",
        List.of(new Line("申请人", "ops")),
        "http://localhost:8080/a/A1",
        List.of(
            Button.tells(button, true, key),
            Button.opens("驳回", "http://localhost:8080/a/A1?say=REJECT")),
        "");
  }

  private void press(String task, String key) throws Exception {
    ask(HttpRequest.BodyPublishers.ofString("taskId=" + task + "&key=" + key), "/press");
  }

  private String page() throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(address("")).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private void ask(HttpRequest.BodyPublisher body, String act) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      http.send(
          HttpRequest.newBuilder(address(act)).POST(body).build(),
          HttpResponse.BodyHandlers.discarding());
    }
  }

  private URI address(String act) {
    return URI.create("http://127.0.0.1:" + simulator.port() + "/staff/li.qiang" + act);
  }

  private static Map<String, String> query(String raw) {
    return Arrays.stream(raw.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
