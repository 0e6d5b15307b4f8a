package dev.siyu.drills;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product's web API as the console uses it; logs in (again) when it must. */
final class Api {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<Integer, Api> BY_PORT = new ConcurrentHashMap<>();

  private final Http http;

  private Api(int port) {
    this.http = new Http(port);
  }

  static Api of(int port) {
    return BY_PORT.computeIfAbsent(port, Api::new);
  }

  boolean isUp() {
    return Waiting.quietly(() -> http.get("/api/public").statusCode() == 200);
  }

  JsonNode get(String path) {
    HttpResponse<String> answer = http.get(path);
    if (answer.statusCode() == 401) {
      login();
      answer = http.get(path);
    }
    return body(path, answer);
  }

  JsonNode post(String path, String json) {
    HttpResponse<String> answer = send(path, json);
    if (answer.statusCode() == 401 || answer.statusCode() == 403) {
      login();
      answer = send(path, json);
    }
    return body(path, answer);
  }

  private void login() {
    http.get("/api/public");
    HttpResponse<String> answer = send("/api/login", "{\"name\":\"ops\",\"password\":\"siyu\"}");
    if (answer.statusCode() != 204) {
      throw new IllegalStateException("login: " + answer.statusCode() + " " + answer.body());
    }
    http.get("/api/public");
  }

  private HttpResponse<String> send(String path, String json) {
    return http.post(
        path,
        json.getBytes(StandardCharsets.UTF_8),
        Map.of("Content-Type", "application/json", "X-XSRF-TOKEN", http.cookie("XSRF-TOKEN")));
  }

  private static JsonNode body(String path, HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }
}
