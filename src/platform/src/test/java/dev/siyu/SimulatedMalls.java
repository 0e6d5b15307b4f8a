package dev.siyu;

import com.sun.net.httpserver.HttpServer;
import dev.siyu.simulator.Settings;
import dev.siyu.simulator.Simulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The simulator with a door behind it that keeps what the malls push. */
public final class SimulatedMalls implements AutoCloseable {

  /** A push as it arrived. */
  public record Push(String path, String query, Map<String, List<String>> headers, byte[] body) {}

  public final BlockingQueue<Push> pushes = new LinkedBlockingQueue<>();
  public volatile int status = 200;
  private final HttpServer app;
  private final Simulator simulator;
  private final HttpClient http = HttpClient.newHttpClient();

  public SimulatedMalls(Path data, String... options) throws IOException {
    app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    app.createContext(
        "/callbacks/",
        exchange -> {
          pushes.add(
              new Push(
                  exchange.getRequestURI().getPath(),
                  String.valueOf(exchange.getRequestURI().getRawQuery()),
                  Map.copyOf(exchange.getRequestHeaders()),
                  exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    app.start();
    var all = new ArrayList<>(List.of("--port=0", "--data=" + data));
    all.add("--app-url=http://127.0.0.1:" + app.getAddress().getPort());
    all.add("--shop-retry-speed=10000");
    all.addAll(List.of(options));
    simulator = new Simulator(Settings.of(Map.of(), all.toArray(String[]::new)));
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + simulator.port());
  }

  public void tell(String what, String body) {
    var request =
        HttpRequest.newBuilder(url().resolve("/sim/" + what))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
    simulator.close();
    app.stop(0);
  }
}
