package dev.siyu.drills;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator: what WeCom and the mall were really told. */
final class Outside {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** One received call. */
  record Call(String kind, Instant at, int code, JsonNode line) {

    String text(String name) {
      return line.path(name).asString("");
    }

    /** It had its effect: errcode 0 of WeCom, 201 of the mall. */
    boolean took() {
      return code == 0 || code == 201;
    }
  }

  private final Http http;

  Outside(int port) {
    this.http = new Http(port);
  }

  List<Call> calls(String kinds) {
    return Arrays.stream(text("/sim/calls?kind=" + kinds).split("\n"))
        .filter(line -> !line.isBlank())
        .map(JSON::readTree)
        .map(Outside::call)
        .toList();
  }

  private static Call call(JsonNode line) {
    return new Call(
        line.path("kind").asString(""),
        Instant.parse(line.path("at").asString("")),
        line.path("errcode").asInt(-1),
        line);
  }

  JsonNode summary() {
    return JSON.readTree(text("/sim/calls/summary"));
  }

  /** Callbacks the app has not accepted yet. */
  long undelivered() {
    return JSON.readTree(text("/sim/pending")).path("callbacks").asLong(-1);
  }

  /** Tells happenings or faults; answers the body. */
  JsonNode tell(String path, String json) {
    HttpResponse<String> answer =
        http.post(
            path,
            json.getBytes(StandardCharsets.UTF_8),
            Map.of("Content-Type", "application/json"));
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private String text(String path) {
    HttpResponse<String> answer = http.get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode());
    }
    return answer.body();
  }
}
