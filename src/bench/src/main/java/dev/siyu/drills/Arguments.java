package dev.siyu.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments of a drill: {@code name=value}. */
record Arguments(Map<String, String> given) {

  static Arguments of(String[] args) {
    Map<String, String> given = new HashMap<>();
    for (String arg : args) {
      String[] pair = arg.split("=", 2);
      if (pair.length != 2) {
        throw new IllegalArgumentException(arg + " (expected: name=value)");
      }
      given.put(pair[0], pair[1]);
    }
    return new Arguments(given);
  }

  @Nullable Integer number(String name) {
    String value = given.get(name);
    return value == null || value.equals("all") ? null : Integer.valueOf(value);
  }

  int number(String name, int absent) {
    Integer value = number(name);
    return value == null ? absent : value;
  }

  long seed() {
    return Long.parseLong(given.getOrDefault("seed", "20101201"));
  }

  @Nullable Path file(String name) {
    String value = given.get(name);
    return value == null ? null : Path.of(value);
  }

  /** The folder given as {@code home=}, or a fresh one. */
  Path home() {
    Path wanted = file("home");
    try {
      return wanted == null
          ? Files.createTempDirectory("siyu-drill-")
          : Files.createDirectories(wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
