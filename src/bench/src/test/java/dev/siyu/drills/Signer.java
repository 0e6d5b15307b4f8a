package dev.siyu.drills;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sample user in front of the approvals, with a session of their own. */
final class Signer {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** What came back. */
  record Answer(int status, JsonNode body) {

    String code() {
      return body.path("code").asString("");
    }

    String details() {
      return body.path("details").asString("");
    }
  }

  private final Http http;

  Signer(int port, String name) {
    http = new Http(port);
    http.get("/api/public");
    var login = post("/api/login", "{\"name\":\"" + name + "\",\"password\":\"siyu\"}");
    if (login.status() != 204) {
      throw new IllegalStateException("login of " + name + ": " + login);
    }
    http.get("/api/public"); // a session of its own has another token
  }

  JsonNode get(String path) {
    return read(http.get(path)).body();
  }

  Answer post(String path, String json) {
    return read(
        http.post(
            path,
            json.getBytes(StandardCharsets.UTF_8),
            Map.of("Content-Type", "application/json", "X-XSRF-TOKEN", http.cookie("XSRF-TOKEN"))));
  }

  Answer decide(String id, String task, String answer, String hash) {
    return post(
        "/api/approvals/" + id + "/tasks/" + task + "/decision",
        "{\"answer\":\"%s\",\"hash\":\"%s\",\"comment\":\"已核对\"}".formatted(answer, hash));
  }

  private static Answer read(HttpResponse<String> answer) {
    boolean json = answer.body().startsWith("{") || answer.body().startsWith("[");
    return new Answer(
        answer.statusCode(), json ? JSON.readTree(answer.body()) : JSON.createObjectNode());
  }
}
