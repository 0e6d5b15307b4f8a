package dev.siyu.wecom;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A tiny WeCom: says what a test tells it to say, and counts. */
final class TestWeCom implements AutoCloseable {

  /** Answers a call; receives the token that was sent. */
  final Map<String, Function<String, String>> answers = new ConcurrentHashMap<>();

  final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  volatile int status = 200;
  private final HttpServer server;
  private final AtomicInteger tokens = new AtomicInteger();

  TestWeCom() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          var path = exchange.getRequestURI().getPath();
          var call = path.substring(path.lastIndexOf('/') + 1);
          calls.computeIfAbsent(call, name -> new AtomicInteger()).incrementAndGet();
          var query = String.valueOf(exchange.getRequestURI().getQuery());
          var token = query.replaceAll(".*access_token=", "");
          var answer = answers.getOrDefault(call, t -> ok("")).apply(token);
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders("gettoken".equals(call) ? 200 : status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    answers.put(
        "gettoken",
        t -> ok("\"access_token\":\"T" + tokens.incrementAndGet() + "\",\"expires_in\":7200,"));
    server.start();
  }

  static String ok(String fields) {
    return "{" + fields + "\"errcode\":0,\"errmsg\":\"ok\"}";
  }

  static String error(int code) {
    return "{\"errcode\":" + code + ",\"errmsg\":\"no\"}";
  }

  int calls(String call) {
    return calls.getOrDefault(call, new AtomicInteger()).get();
  }

  WeComSettings settings() {
    return settings(
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "token",
        "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
        "corp");
  }

  static WeComSettings settings(String url, String token, String key, String corp) {
    return settings(url, token, key, corp, "contact-secret", Duration.ofMillis(400));
  }

  static WeComSettings settings(
      String url, String token, String key, String corp, String contactSecret, Duration read) {
    return new WeComSettings(
        URI.create(url),
        corp,
        1000002,
        contactSecret,
        "app-secret",
        token,
        key,
        Duration.ofMillis(300),
        read,
        64,
        5,
        Duration.ofMinutes(1),
        "Siyu");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
