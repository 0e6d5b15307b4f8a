package dev.siyu.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back, or deliberately does not. */
public sealed interface Answer {

  /** Writes a body of unknown length. */
  @FunctionalInterface
  interface Writer {
    void to(OutputStream out) throws IOException;
  }

  record Full(int status, Map<String, String> headers, byte[] body) implements Answer {}

  record Stream(String contentType, Writer writer) implements Answer {}

  /** Nothing comes for {@code holdMillis}, then the connection ends. */
  record Silence(long holdMillis) implements Answer {}

  static Answer json(int status, Object body) {
    return full(status, "application/json; charset=utf-8", Json.write(body));
  }

  static Answer json(Object body) {
    return json(200, body);
  }

  static Answer html(String body) {
    return full(200, "text/html; charset=utf-8", body);
  }

  static Answer error(int status, String message) {
    return json(status, Map.of("error", message));
  }

  static Answer seeOther(String location) {
    return new Full(303, Map.of("Location", location), new byte[0]);
  }

  private static Answer full(int status, String type, String body) {
    return new Full(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
  }
}
