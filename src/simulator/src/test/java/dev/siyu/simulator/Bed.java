package dev.siyu.simulator;

import dev.siyu.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A running simulator with a fake app behind it, and short ways to speak to it. */
final class Bed implements AutoCloseable {

  private final Path data;
  private final String[] options;
  private final HttpClient http = HttpClient.newHttpClient();
  final FakeApp app;
  private Simulator simulator;

  Bed(Path data, String... options) throws IOException {
    this.data = data;
    this.options = options;
    this.app = new FakeApp();
    this.simulator = start();
  }

  void restart() throws IOException {
    simulator.close();
    simulator = start();
  }

  void stop() throws IOException {
    simulator.close();
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  JsonNode get(String path) {
    return Json.read(send(to(path)).body());
  }

  String page(String path) {
    return send(to(path)).body();
  }

  JsonNode post(String path, Object body) {
    String text = body instanceof String string ? string : Json.write(body);
    return Json.read(send(to(path).POST(BodyPublishers.ofString(text))).body());
  }

  String token(String secret) {
    return get("/cgi-bin/gettoken?corpid=" + Opener.CORP + "&corpsecret=" + secret)
        .path("access_token")
        .asString("");
  }

  /** Calls an API of external contacts with a fresh token. */
  JsonNode call(String api, Object body) {
    return post(api(api), body);
  }

  String api(String api) {
    return "/cgi-bin/externalcontact/" + api + "?access_token=" + token("sample-contact-secret");
  }

  int add(String customer, String staff) {
    return told(
        "wecom/adds",
        Map.of(
            "externalUserId",
            customer,
            "unionId",
            "u-" + customer,
            "name",
            "客户" + customer,
            "staffUserId",
            staff,
            "state",
            "parcel"));
  }

  int told(String what, Object body) {
    return post("/sim/" + what, body).path("new").asInt();
  }

  void clock(Duration ahead) {
    post("/sim/clock", Map.of("offsetMillis", ahead.toMillis()));
  }

  List<JsonNode> calls(String kind) {
    List<JsonNode> calls = new ArrayList<>();
    page("/sim/calls?kind=" + kind).lines().forEach(line -> calls.add(Json.read(line)));
    return calls;
  }

  @Override
  public void close() throws IOException {
    simulator.close();
    app.close();
  }

  private Simulator start() throws IOException {
    List<String> all = new ArrayList<>(List.of("--port=0", "--data=" + data));
    all.add("--app-url=" + app.url());
    all.addAll(List.of(options));
    return new Simulator(Settings.of(Map.of(), all.toArray(String[]::new)));
  }
}
