package dev.siyu.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's REST side, the only one that knows native user tasks (Zeebe 8.5: /v1). */
final class RestUserTasks implements UserTasks {

  private static final Logger log = LoggerFactory.getLogger(RestUserTasks.class);
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final URI address;
  private final Duration timeout;
  private final JsonMapper json;
  private final HttpClient http;

  RestUserTasks(URI address, Duration timeout, JsonMapper json) {
    this.address = address;
    this.timeout = timeout;
    this.json = json;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public Completion complete(long key, String action, Map<String, Object> variables) {
    var body = json.writeValueAsString(Map.of("action", action, "variables", variables));
    var request =
        HttpRequest.newBuilder(address.resolve("/v1/user-tasks/" + key + "/completion"))
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return read(key, answer.statusCode(), answer.body());
    } catch (IOException e) {
      log.debug("Task {} not completed, asked again later: {}", key, e.toString());
      return Completion.LATER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Completion.LATER;
    }
  }

  private static Completion read(long key, int status, String body) {
    if (status / 100 == 2) {
      return Completion.DONE;
    }
    if (status == NOT_FOUND || status == CONFLICT) {
      return Completion.NOT_OPEN;
    }
    log.warn("SIYU-4005 task {}: {} {}; completed again later", key, status, body);
    return Completion.LATER;
  }
}
