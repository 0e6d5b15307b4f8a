package dev.siyu.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The app's callback addresses, by another hand: opens what arrives, answers as told. */
final class FakeApp implements AutoCloseable {

  record Webhook(String id, String timestamp, String signature, String body) {}

  private final HttpServer server;
  final List<String> events = new CopyOnWriteArrayList<>();
  final List<Webhook> webhooks = new CopyOnWriteArrayList<>();
  volatile int status = 200;
  volatile int arrived;

  FakeApp() throws IOException {
    this(0);
  }

  FakeApp(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/callbacks/wecom", this::weCom);
    server.createContext("/callbacks/mall", this::mall);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  /** The events of one customer, in order of arrival. */
  List<String> eventsOf(String externalUserId) {
    return events.stream().filter(xml -> xml.contains("[" + externalUserId + "]")).toList();
  }

  private void weCom(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    arrive();
    if (status != 200) {
      answer(exchange, status, "");
    } else if (exchange.getRequestMethod().equals("GET")) {
      answer(exchange, 200, Opener.open(query, query.getOrDefault("echostr", "")));
    } else {
      String xml = new String(body, StandardCharsets.UTF_8);
      String encrypted = Opener.between(xml, "<Encrypt><![CDATA[", "]]></Encrypt>");
      events.add(Opener.open(query, encrypted));
      answer(exchange, 200, "");
    }
  }

  private void mall(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    arrive();
    if (status == 200) {
      var headers = exchange.getRequestHeaders();
      webhooks.add(
          new Webhook(
              "" + headers.getFirst("webhook-id"),
              "" + headers.getFirst("webhook-timestamp"),
              "" + headers.getFirst("webhook-signature"),
              body));
    }
    answer(exchange, status, "");
  }

  private synchronized void arrive() {
    arrived++;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    Arrays.stream(raw.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(p -> query.put(p[0], URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    return query;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
