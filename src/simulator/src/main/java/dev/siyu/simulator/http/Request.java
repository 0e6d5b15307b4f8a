package dev.siyu.simulator.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request, read completely. {@code tail} is the part of the path behind the route's prefix. */
public record Request(
    String method,
    String path,
    String tail,
    Map<String, String> query,
    Headers headers,
    String body) {

  static Request of(HttpExchange exchange, String prefix) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] sent = exchange.getRequestBody().readAllBytes();
    String body = new String(sent, charset(exchange.getRequestHeaders()));
    return new Request(
        exchange.getRequestMethod(),
        path,
        path.substring(Math.min(prefix.length(), path.length())),
        pairs(exchange.getRequestURI().getRawQuery()),
        exchange.getRequestHeaders(),
        body);
  }

  /** An upload is bytes: one character each, so that none is lost. */
  private static Charset charset(Headers headers) {
    String type = headers.getFirst("Content-Type");
    return type != null && type.startsWith("multipart/")
        ? StandardCharsets.ISO_8859_1
        : StandardCharsets.UTF_8;
  }

  public @Nullable String header(String name) {
    return headers.getFirst(name);
  }

  public String query(String name, String otherwise) {
    return query.getOrDefault(name, otherwise);
  }

  /** The body of an HTML form. */
  public Map<String, String> form() {
    return pairs(body);
  }

  public @Nullable String cookie(String name) {
    List<String> lines = headers.getOrDefault("Cookie", List.of());
    for (String line : lines) {
      for (String pair : line.split(";")) {
        if (pair.strip().startsWith(name + "=")) {
          return pair.strip().substring(name.length() + 1);
        }
      }
    }
    return null;
  }

  private static Map<String, String> pairs(@Nullable String text) {
    Map<String, String> pairs = new HashMap<>();
    if (text == null || text.isEmpty()) {
      return pairs;
    }
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      pairs.putIfAbsent(decode(name), decode(value));
    }
    return pairs;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("not URL-encoded: " + text);
    }
  }
}
