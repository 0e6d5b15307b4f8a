package dev.siyu.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JDK's HTTP server on loopback, one virtual thread a request. */
public final class Server implements AutoCloseable {

  /** Answers one request. */
  @FunctionalInterface
  public interface Handler {
    Answer answer(Request request);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final Pause pause;

  /** Binds {@code port} (0: any free one) on 127.0.0.1. */
  public Server(int port, Pause pause) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    this.server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    this.pause = pause;
  }

  /** Everything under {@code prefix} goes to {@code handler}; the longest prefix wins. */
  public Server route(String prefix, Handler handler) {
    server.createContext(prefix, exchange -> serve(exchange, prefix, handler));
    return this;
  }

  public void start() {
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange, String prefix, Handler handler) throws IOException {
    try (exchange) {
      send(exchange, answer(Request.of(exchange, prefix), handler));
    } catch (IOException e) {
      LOG.debug("the caller went away: {}", e.toString());
      throw e;
    }
  }

  private static Answer answer(Request request, Handler handler) {
    if (foreign(request)) {
      return Answer.error(403, "requests from other sites are not served");
    }
    try {
      return handler.answer(request);
    } catch (BadRequest e) {
      return Answer.error(400, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("{} {} failed; answering 500", request.method(), request.path(), e);
      return Answer.error(500, String.valueOf(e));
    }
  }

  /** A web page of another origin must not press our buttons. */
  private static boolean foreign(Request request) {
    @Nullable String origin = request.header("Origin");
    return origin != null
        && !origin.equals("null")
        && !origin.endsWith("://" + request.header("Host"));
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Full full -> {
        full.headers().forEach(exchange.getResponseHeaders()::set);
        int length = full.body().length;
        exchange.sendResponseHeaders(full.status(), length == 0 ? -1 : length);
        if (length > 0) {
          exchange.getResponseBody().write(full.body());
        }
      }
      case Answer.Stream stream -> {
        exchange.getResponseHeaders().set("Content-Type", stream.contentType());
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
          stream.writer().to(out);
        }
      }
      case Answer.Silence silence -> {
        pause.millis(silence.holdMillis());
        throw new IOException("silent on purpose");
      }
    }
  }
}
