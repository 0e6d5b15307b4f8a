package dev.siyu.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One person's browser: keeps cookies, sends the CSRF header as the console does. */
final class Browser {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final Map<String, String> cookies = new LinkedHashMap<>();
  private final URI site;
  String language = "zh-CN";

  /** What it calls itself. */
  String agent = "Mozilla/5.0";

  boolean sendsCsrf = true;

  Browser(int port) {
    this(port, "127.0.0.1");
  }

  Browser(int port, String host) {
    site = URI.create("http://" + host + ":" + port);
  }

  static Browser of(int port, String person) {
    var browser = new Browser(port);
    browser.get("/api/public");
    var answer = browser.login(person, "siyu");
    if (answer.statusCode() != 204) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return browser;
  }

  HttpResponse<String> login(String name, String password) {
    return post("/api/login", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  HttpResponse<String> post(String path, String json) {
    return send("POST", path, json);
  }

  HttpResponse<String> send(String method, String path, @Nullable String json) {
    return send(method, path, json, BodyHandlers.ofString());
  }

  /** A stream does not end by itself: status and type, and its first event on demand. */
  HttpResponse<InputStream> open(String path) {
    return send("GET", path, null, BodyHandlers.ofInputStream());
  }

  static String firstEvent(HttpResponse<InputStream> stream) {
    try (var reader = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
      return reader.lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> HttpResponse<T> send(
      String method, String path, @Nullable String json, HttpResponse.BodyHandler<T> body) {
    var request = HttpRequest.newBuilder(site.resolve(path)).header("Accept-Language", language);
    request.header("User-Agent", agent);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(c -> c.getKey() + "=" + c.getValue())
              .collect(Collectors.joining("; ")));
    }
    if (sendsCsrf && cookies.containsKey("XSRF-TOKEN")) {
      request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
    }
    if (json == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(json));
    }
    try {
      var answer = HTTP.send(request.build(), body);
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keep(String setCookie) {
    var pair = setCookie.split(";", 2)[0].split("=", 2);
    if (pair[1].isEmpty()) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }
}
