package dev.siyu.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.ObjectMapper;

/** The simulator over HTTP. */
final class HttpOutside implements Outside {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  HttpOutside(URI address) {
    this.address = address;
  }

  @Override
  public void tell(String path, List<String> bodies) {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("[" + String.join(",", bodies) + "]"))
            .build();
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() == 400 || answer.statusCode() == 422) {
      throw new Unwilling(answer.body());
    }
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException("simulator: " + answer.statusCode() + " for " + path);
    }
  }

  @Override
  public boolean delivered() {
    var request = HttpRequest.newBuilder(address.resolve("/sim/pending")).timeout(TIMEOUT).build();
    return JSON.readTree(send(request).body()).path("callbacks").asLong(1) == 0;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
