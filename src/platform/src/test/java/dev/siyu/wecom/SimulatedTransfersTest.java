package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import dev.siyu.simulator.Settings;
import dev.siyu.simulator.Simulator;
import dev.siyu.wecom.Transfers.Pair;
import dev.siyu.wecom.Transfers.Result;
import dev.siyu.wecom.Transfers.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hand-over of customers over real HTTP, with WeCom's words for what it does not allow. */
class SimulatedTransfersTest {

  private static final Pair ON_JOB = new Pair("lily", "tom", false);
  private static final Pair RESIGNED = new Pair("lily", "tom", true);

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Object> told = new ArrayList<>();
  private Simulator simulator;
  private Transfers transfers;

  @BeforeEach
  void open(@TempDir Path data) throws Exception {
    simulator =
        new Simulator(
            Settings.of(
                Map.of(),
                "--port=0",
                "--data=" + data,
                "--refuse-percent=0",
                "--app-url=http://127.0.0.1:9"));
    var settings =
        TestWeCom.settings(
            "http://127.0.0.1:" + simulator.port(),
            "sampleCallbackToken",
            "sampleAesKey0123456789abcdefghijklmnopqrstu",
            "sampleCorp00000001",
            "sample-contact-secret",
            Duration.ofSeconds(2));
    transfers = new WxTransfers(new WeComLines(settings, Clock.systemUTC(), told::add));
    tell("wecom/adds", "{\"externalUserId\":\"wm1\",\"unionId\":\"u1\",\"staffUserId\":\"lily\"}");
  }

  @AfterEach
  void close() throws IOException {
    http.close();
    simulator.close();
  }

  private void tell(String what, String body) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + simulator.port() + "/sim/" + what);
    var answer =
        http.send(
            HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private CallResult<Map<String, Integer>> start(Pair pair, String... whom) {
    return transfers.start(pair, List.of(whom), "您好");
  }

  private Status status(Pair pair) {
    var answer = transfers.results(pair);
    assertThat(answer).isInstanceOf(CallResult.Ok.class);
    return ((CallResult.Ok<List<Result>>) answer).value().getFirst().status();
  }

  @Test
  void shouldHandOverWithinADay() throws Exception {
    assertThat(start(ON_JOB, "wm1", "stranger"))
        .isEqualTo(new CallResult.Ok<>(Map.of("wm1", 0, "stranger", 40096)));
    assertThat(status(ON_JOB)).isEqualTo(Status.WAITING);
    assertThat(start(ON_JOB, "wm1")).isEqualTo(new CallResult.Ok<>(Map.of("wm1", 40129)));

    tell("clock", "{\"offsetMillis\":" + Duration.ofHours(25).toMillis() + "}");

    assertThat(status(ON_JOB)).isEqualTo(Status.TAKEN_OVER);
  }

  @Test
  void shouldHandOverForWhoHasLeft() throws Exception {
    assertDeclined(start(RESIGNED, "wm1"), "40097");
    tell("wecom/members", "{\"userId\":\"lily\",\"state\":\"LEFT\"}");
    assertThat(start(ON_JOB, "wm1")).isInstanceOf(CallResult.Broken.class);

    assertThat(start(RESIGNED, "wm1")).isEqualTo(new CallResult.Ok<>(Map.of("wm1", 0)));

    tell("clock", "{\"offsetMillis\":" + Duration.ofHours(25).toMillis() + "}");
    assertThat(status(RESIGNED)).isEqualTo(Status.TAKEN_OVER);
  }

  @Test
  void shouldTellThatTheMemberIsBanned() throws Exception {
    tell("wecom/members", "{\"userId\":\"lily\",\"state\":\"BANNED\"}");

    assertDeclined(start(ON_JOB, "wm1"), "40143");

    assertThat(told)
        .containsExactly(
            new StaffTrouble("lily", StaffTrouble.Kind.BANNED, "40143", "the member is banned"));
  }

  @Test
  void shouldBlameNobodyForAReceiverWhoMayNotWork() throws Exception {
    tell("wecom/members", "{\"userId\":\"tom\",\"state\":\"BANNED\"}");

    assertDeclined(start(ON_JOB, "wm1"), "84074");

    assertThat(told).isEmpty();
  }

  @Test
  void shouldMeetTheLimitsOfACall() {
    var crowd = IntStream.range(0, 101).mapToObj(i -> "wm" + i).toArray(String[]::new);
    assertThat(start(ON_JOB, crowd)).isInstanceOf(CallResult.Broken.class);
    assertDeclined(start(new Pair("lily", "lily", false), "wm1"), "40130");
    assertThat(transfers.results(ON_JOB)).isEqualTo(new CallResult.Ok<>(List.of()));
  }

  private static void assertDeclined(CallResult<?> result, String code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            CallResult.Declined.class, no -> assertThat(no.code()).isEqualTo(code));
  }
}
