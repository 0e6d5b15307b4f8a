package dev.siyu.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The broker's management port: readiness, its clock, how far its log is written and exported. */
public final class BrokerManagement {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final String APPENDED = "zeebe_log_appender_last_appended_position";
  private static final String EXPORTED = "zeebe_exporter_last_updated_exported_position";

  private final String address;
  private final HttpClient http;
  private Duration applied = Duration.ZERO;

  BrokerManagement(String address) {
    this.address = address;
    this.http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  }

  /** The offset a broker about to be started begins with. */
  synchronized void startsAt(Duration offset) {
    applied = offset;
  }

  boolean ready() {
    try {
      return send(get("/actuator/health/readiness")).statusCode() == 200
          && send(get("/actuator/partitions")).body().contains("\"role\":\"LEADER\"");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /**
   * Moves the broker's clock to {@code offset} ahead of real time; never back, except by what it
   * ran on while ours stood.
   */
  synchronized void follow(Duration offset) {
    long more = offset.minus(applied).toMillis();
    if (more <= 0) {
      return;
    }
    var post =
        HttpRequest.newBuilder(URI.create(address + "/actuator/clock/add"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"offsetMilli\":" + more + "}"))
            .build();
    HttpResponse<String> answer = send(post);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "clock of the broker: " + answer.statusCode() + " " + answer.body());
    }
    // not the offset itself: what is cut off below a millisecond would add up, step by step
    applied = applied.plusMillis(more);
  }

  /**
   * How far the log of each partition is written and how far our exporter has stored it.
   *
   * @param appended position of the last record, per partition
   * @param exported position up to which the exporter has committed, per partition
   */
  record Log(Map<String, Long> appended, Map<String, Long> exported) {

    static final Log UNKNOWN = new Log(Map.of(), Map.of());

    long end() {
      return appended.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean allExported() {
      return !appended.isEmpty()
          && appended.entrySet().stream()
              .allMatch(end -> exported.getOrDefault(end.getKey(), -1L) >= end.getValue());
    }
  }

  /** Empty for a broker that has restarted and not yet appended: it cannot know its end. */
  Log log() {
    String text =
        send(get("/actuator/prometheus?includedNames=" + APPENDED + "," + EXPORTED)).body();
    Map<String, Long> appended = values(text, APPENDED);
    if (appended.containsValue(0L)) {
      return isNew() ? new Log(appended, appended) : Log.UNKNOWN;
    }
    return new Log(appended, values(text, EXPORTED));
  }

  private boolean isNew() {
    String partitions = send(get("/actuator/partitions")).body();
    return !partitions.matches(".*\"processedPosition\":\\d.*");
  }

  private static Map<String, Long> values(String text, String name) {
    Map<String, Long> found = new TreeMap<>();
    for (String line : text.split("\n")) {
      if (line.startsWith(name + "{")) {
        String labels = line.substring(line.indexOf('{'), line.lastIndexOf('}'));
        String partition = labels.replaceAll(".*partition=\"(\\d+)\".*", "$1");
        double value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
        found.merge(partition, (long) value, Math::max);
      }
    }
    return found;
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT).build();
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
