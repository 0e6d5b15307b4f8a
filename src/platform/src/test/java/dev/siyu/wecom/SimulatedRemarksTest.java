package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import dev.siyu.simulator.Settings;
import dev.siyu.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedRemarksTest {

  private static final String ADD =
      """
      {"externalUserId":"wm1","unionId":"u1","name":"王小明","staffUserId":"li.na"}
      """;

  private Simulator simulator;
  private Remarks remarks;

  @BeforeEach
  void open(@TempDir Path data) throws Exception {
    simulator =
        new Simulator(
            Settings.of(Map.of(), "--port=0", "--data=" + data, "--app-url=http://127.0.0.1:9"));
    var settings =
        TestWeCom.settings(
            "http://127.0.0.1:" + simulator.port(),
            "sampleCallbackToken",
            "sampleAesKey0123456789abcdefghijklmnopqrstu",
            "sampleCorp00000001",
            "sample-contact-secret",
            Duration.ofSeconds(2));
    remarks = new WxRemarks(new WeComLines(settings, Clock.systemUTC()));
    try (var http = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + simulator.port() + "/sim/wecom/adds");
      var body = HttpRequest.BodyPublishers.ofString(ADD);
      http.send(
          HttpRequest.newBuilder(uri).POST(body).build(), HttpResponse.BodyHandlers.discarding());
    }
  }

  @AfterEach
  void close() throws IOException {
    simulator.close();
  }

  @Test
  void shouldChangeTheRemark() {
    assertThat(remarks.change("li.na", "wm1", "王小明 包裹卡")).isEqualTo(new CallResult.Ok<>(true));
  }

  @Test
  void shouldSayWhenTheyAreNoContacts() {
    assertThat(remarks.change("wang.fang", "wm1", "x"))
        .isInstanceOfSatisfying(
            CallResult.Declined.class, no -> assertThat(no.code()).isEqualTo("84061"));
  }

  @Test
  void shouldNotRepeatARemarkThatIsTooLong() {
    assertThat(remarks.change("li.na", "wm1", "一".repeat(21)))
        .isInstanceOfSatisfying(
            CallResult.Broken.class, no -> assertThat(no.code()).isEqualTo("40058"));
  }
}
