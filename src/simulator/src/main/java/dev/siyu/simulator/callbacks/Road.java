package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.http.Pause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Connections to the app, kept alive. While nobody listens there, all senders wait together instead
 * of knocking for each parcel.
 */
final class Road {

  private static final long CLOSED_MILLIS = 300;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final Pause pause;
  private volatile long openAtNanos = System.nanoTime();

  Road(Pause pause) {
    this.pause = pause;
  }

  Push push(HttpRequest request) throws InterruptedException {
    waitUntilOpen();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? new Push.Accepted() : new Push.Refused(status);
    } catch (ConnectException | HttpConnectTimeoutException e) {
      openAtNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSED_MILLIS);
      return new Push.Unanswered(String.valueOf(e));
    } catch (IOException e) {
      return new Push.Unanswered(String.valueOf(e));
    }
  }

  /** One request with its answer's text, for the address check. */
  HttpResponse<String> ask(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  void close() {
    client.shutdownNow();
  }

  private void waitUntilOpen() throws InterruptedException {
    long wait = openAtNanos - System.nanoTime();
    if (wait > 0 && pause.millis(TimeUnit.NANOSECONDS.toMillis(wait) + 1)) {
      throw new InterruptedException("stopped");
    }
  }
}
