package dev.siyu.wecom;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A simulated WeCom with our lines to it; nobody listens to its callbacks. */
final class SimulatedStaff implements AutoCloseable {

  private final Simulator simulator;
  private final HttpClient http = HttpClient.newHttpClient();

  SimulatedStaff(Path data, String... options) throws IOException {
    var all =
        new ArrayList<>(
            List.of(
                "--port=0",
                "--data=" + data,
                "--app-url=http://127.0.0.1:1",
                "--trusted-domain=x"));
    all.addAll(List.of(options));
    simulator = new Simulator(Settings.of(Map.of(), all.toArray(String[]::new)));
  }

  WeComLines lines(Duration readTimeout) {
    return new WeComLines(
        new WeComSettings(
            URI.create("http://127.0.0.1:" + simulator.port()),
            "sampleCorp00000001",
            1000002,
            "sample-contact-secret",
            "sample-app-secret",
            "sampleCallbackToken",
            "sampleAesKey0123456789abcdefghijklmnopqrstu",
            Duration.ofSeconds(2),
            readTimeout,
            64,
            5,
            Duration.ofMinutes(1),
            "Siyu"),
        Clock.systemUTC());
  }

  void add(String customer, String staff) {
    post(
        "/sim/wecom/adds",
        "{\"externalUserId\":\"%s\",\"unionId\":\"u-%s\",\"name\":\"小明\",\"staffUserId\":\"%s\",\"state\":\"store\"}"
            .formatted(customer, customer, staff));
  }

  /** What WeCom gives the web view of a member. */
  String loginCode(String userId) {
    var form = "appid=sampleCorp00000001&redirect_uri=http%3A%2F%2Fx%2Fback&response_type=code";
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:" + simulator.port() + "/connect/oauth2/authorize?" + form))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("userid=" + userId))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.discarding());
      var place = answer.headers().firstValue("Location").orElseThrow();
      return place.replaceAll(".*[?&]code=([^&]*).*", "$1");
    } catch (IOException e) {
      throw new IllegalStateException(userId, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(userId, e);
    }
  }

  String post(String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
    simulator.close();
  }
}
