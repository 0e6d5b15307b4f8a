package dev.siyu.history.exporter;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of the exporter in the broker's configuration; names ignore case and dashes.
 *
 * @param url {@code jdbc:postgresql://...}
 * @param incarnation which life of the engine's data this is; grows when the engine starts empty
 * @param batchRecords records in one transaction, 1..100000
 * @param batchBytes bytes of JSON in one transaction, 10 kB..256 MB
 * @param flushInterval longest time a record waits before it is written, 10 ms..10 s
 * @param flushPause records are written sooner when none came for so long, 1 ms..flushInterval
 * @param connectTimeout 1 s..60 s
 * @param socketTimeout longest silence of PostgreSQL before the connection is given up, 1 s..10 min
 */
record ExporterSettings(
    String url,
    String user,
    String password,
    long incarnation,
    int batchRecords,
    int batchBytes,
    Duration flushInterval,
    Duration flushPause,
    Duration connectTimeout,
    Duration socketTimeout) {

  ExporterSettings {
    expect(url.startsWith("jdbc:postgresql:"), "url", url, "jdbc:postgresql://host:port/database");
    expect(!user.isBlank(), "user", user, "a PostgreSQL role");
    within("incarnation", incarnation, 1, Long.MAX_VALUE);
    within("batchRecords", batchRecords, 1, 100_000);
    within("batchBytes", batchBytes, 10_000, 256_000_000);
    within("flushInterval (ms)", flushInterval.toMillis(), 10, 10_000);
    within("flushPause (ms)", flushPause.toMillis(), 1, flushInterval.toMillis());
    within("connectTimeout (ms)", connectTimeout.toMillis(), 1_000, 60_000);
    within("socketTimeout (ms)", socketTimeout.toMillis(), 1_000, 600_000);
  }

  static ExporterSettings from(Map<String, Object> arguments) {
    Map<String, String> given = new TreeMap<>();
    arguments.forEach((name, value) -> given.put(plain(name), String.valueOf(value)));
    return new ExporterSettings(
        text(given, "url", null),
        text(given, "user", null),
        text(given, "password", ""),
        number(given, "incarnation", 1),
        (int) number(given, "batchRecords", 2_000),
        (int) number(given, "batchBytes", 8_000_000),
        duration(given, "flushInterval", Duration.ofMillis(100)),
        duration(given, "flushPause", duration(given, "flushInterval", Duration.ofMillis(100))),
        duration(given, "connectTimeout", Duration.ofSeconds(5)),
        duration(given, "socketTimeout", Duration.ofSeconds(30)));
  }

  /**
   * Argument {@code seesAll}: the exporter is also shown records it does not keep. Then its
   * position reaches the end of the log when the engine rests, which whoever moves the clock waits
   * for.
   */
  static boolean seesAll(Map<String, Object> arguments) {
    return arguments.entrySet().stream()
        .anyMatch(
            argument ->
                plain(argument.getKey()).equals("seesall")
                    && Boolean.parseBoolean(String.valueOf(argument.getValue())));
  }

  private static String plain(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static String text(Map<String, String> given, String name, @Nullable String fallback) {
    String value = given.getOrDefault(plain(name), fallback);
    if (value == null) {
      throw wrong(name, "missing", "a value");
    }
    return value;
  }

  private static long number(Map<String, String> given, String name, long fallback) {
    String value = text(given, name, Long.toString(fallback));
    try {
      return Long.parseLong(value.trim());
    } catch (NumberFormatException e) {
      throw wrong(name, value, "a whole number");
    }
  }

  private static Duration duration(Map<String, String> given, String name, Duration fallback) {
    String value = text(given, name, fallback.toString()).trim();
    return value.startsWith("P")
        ? Duration.parse(value)
        : Duration.ofMillis(number(given, name, 0));
  }

  private static void within(String name, long value, long least, long most) {
    expect(value >= least && value <= most, name, Long.toString(value), least + ".." + most);
  }

  private static void expect(boolean right, String name, String value, String expected) {
    if (!right) {
      throw wrong(name, value, expected);
    }
  }

  private static IllegalArgumentException wrong(String name, String value, String expected) {
    return new IllegalArgumentException(
        "SIYU-6001 exporter setting " + name + ": " + value + " (expected: " + expected + ")");
  }

  @Override
  public String toString() {
    return url + " as " + user + ", incarnation " + incarnation;
  }
}
