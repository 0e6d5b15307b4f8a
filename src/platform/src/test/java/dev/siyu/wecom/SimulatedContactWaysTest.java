package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import dev.siyu.simulator.Settings;
import dev.siyu.simulator.Simulator;
import dev.siyu.wecom.ContactWays.Made;
import dev.siyu.wecom.ContactWays.Way;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live codes over real HTTP: each limit of the simulated WeCom met once. */
class SimulatedContactWaysTest {

  private static final Way STORE = new Way("store", "门店", List.of("li.na", "wang.fang"));

  private final HttpClient http = HttpClient.newHttpClient();
  private Simulator simulator;
  private ContactWays ways;

  @BeforeEach
  void open(@TempDir Path data) throws IOException {
    simulator =
        new Simulator(
            Settings.of(
                Map.of(),
                "--port=0",
                "--data=" + data,
                "--contact-ways=2",
                "--app-url=http://127.0.0.1:9"));
    var settings =
        TestWeCom.settings(
            "http://127.0.0.1:" + simulator.port(),
            "sampleCallbackToken",
            "sampleAesKey0123456789abcdefghijklmnopqrstu",
            "sampleCorp00000001",
            "sample-contact-secret",
            Duration.ofSeconds(2));
    ways = new WxContactWays(new WeComLines(settings, Clock.systemUTC()));
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

  private static Made made(CallResult<Made> result) {
    assertThat(result).isInstanceOf(CallResult.Ok.class);
    return ((CallResult.Ok<Made>) result).value();
  }

  @Test
  void shouldCreateChangeFindAndDeleteACode() {
    // given
    var code = made(ways.add(STORE));
    assertThat(code.qrCode()).startsWith("http://127.0.0.1:" + simulator.port() + "/wwopen/qr/");
    var changed = new Way("store", "门店二", List.of("zhang.wei"));
    var now = Clock.systemUTC().instant();
    // when
    var updated = ways.update(code.configId(), changed);
    var found = ways.madeBetween(now.minusSeconds(60), now.plusSeconds(60));
    // then
    assertThat(updated).isEqualTo(new CallResult.Ok<>(true));
    assertThat(found).isEqualTo(new CallResult.Ok<>(List.of(new ContactWays.Known(code, changed))));
    assertThat(ways.madeBetween(now.minusSeconds(600), now.minusSeconds(300)))
        .isEqualTo(new CallResult.Ok<>(List.of()));
    // when
    var deleted = ways.delete(code.configId());
    var again = ways.delete(code.configId());
    // then
    assertThat(List.of(deleted, again)).containsOnly(new CallResult.Ok<>(true));
    assertBroken(ways.update(code.configId(), changed), "41044");
  }

  @Test
  void shouldMeetEveryLimitOfLiveCodes() throws Exception {
    // given
    var crowd = IntStream.range(0, 101).mapToObj(i -> "u" + i).toList();
    // then
    assertBroken(ways.add(new Way("x".repeat(31), "", List.of("li.na"))), "40058");
    assertBroken(ways.add(new Way("nobody", "", List.of())), "40058");
    // when
    made(ways.add(STORE));
    made(ways.add(new Way("ads", "投放", crowd.subList(0, 100))));
    // then
    assertBroken(ways.add(new Way("sms", "短信", List.of("li.na"))), "41045");
  }

  @Test
  void shouldRefuseMembersWhoMayNotWork() throws Exception {
    // given
    var code = made(ways.add(STORE));
    tell("wecom/members", "{\"userId\":\"li.na\",\"state\":\"LEFT\"}");
    tell("wecom/members", "{\"userId\":\"wang.fang\",\"state\":\"BANNED\"}");
    // then
    assertBroken(ways.update(code.configId(), STORE), "40003");
    assertThat(ways.update(code.configId(), new Way("store", "", List.of("wang.fang"))))
        .isEqualTo(new CallResult.Declined<>("84074", "no external contact permission"));
  }

  @Test
  void shouldNotKnowWhatBecameOfACreationWithoutAnswer() throws Exception {
    // given
    tell(
        "faults",
        """
        {"target":"wecom","endpoint":"add_contact_way","kind":"timeout-after-effect","times":1,
         "millis":5000}""");
    // when
    var lost = ways.add(STORE);
    // then
    assertThat(lost).isInstanceOf(CallResult.Unknown.class);
    var now = Clock.systemUTC().instant();
    var found = ways.madeBetween(now.minusSeconds(60), now.plusSeconds(60));
    assertThat(((CallResult.Ok<List<ContactWays.Known>>) found).value())
        .extracting(known -> known.way().state())
        .containsExactly("store");
  }

  private static void assertBroken(CallResult<?> result, String code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            CallResult.Broken.class, broken -> assertThat(broken.code()).isEqualTo(code));
  }
}
