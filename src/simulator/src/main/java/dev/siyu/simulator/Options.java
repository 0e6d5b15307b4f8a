package dev.siyu.simulator;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code --name=value} or {@code --name value}; else the variable SIYU_SIMULATOR_NAME. */
final class Options {

  private final Map<String, String> given = new HashMap<>();
  private final Map<String, String> environment;

  Options(Map<String, String> environment, String... args) {
    this.environment = environment;
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      if (!arg.startsWith("--")) {
        throw new IllegalArgumentException(arg + " (expected: --name=value)");
      }
      int equals = arg.indexOf('=');
      boolean next = equals < 0 && i + 1 < args.length && !args[i + 1].startsWith("--");
      String name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
      given.put(name, equals > 0 ? arg.substring(equals + 1) : next ? args[++i] : "");
    }
  }

  @Nullable String find(String name) {
    String value = given.remove(name);
    String variable = "SIYU_SIMULATOR_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    return value != null ? value : environment.get(variable);
  }

  /** The value, which is asked for again later. */
  String peek(String name, String otherwise) {
    String value = given.get(name);
    String found = value == null ? find(name) : value;
    return found == null ? otherwise : found;
  }

  String text(String name, String otherwise) {
    String value = find(name);
    return value == null ? otherwise : value;
  }

  long whole(String name, long otherwise, long least, long most) {
    String value = find(name);
    long number;
    try {
      number = value == null ? otherwise : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw wrong(name, String.valueOf(value), "a whole number");
    }
    if (number < least || number > most) {
      throw wrong(name, String.valueOf(number), least + ".." + most);
    }
    return number;
  }

  Duration duration(String name, Duration otherwise) {
    String value = find(name);
    return value == null ? otherwise : parse(name, value);
  }

  /** {@code auto:PT5M} gives the duration, {@code manual} gives null. */
  @Nullable Duration autoOrManual(String name, Duration otherwise) {
    String value = text(name, "auto:" + otherwise);
    if (value.equals("manual")) {
      return null;
    }
    if (!value.startsWith("auto:")) {
      throw wrong(name, value, "auto:PT5M or manual");
    }
    return parse(name, value.substring("auto:".length()));
  }

  /** Refuses what nobody asked for. */
  void nothingLeft() {
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("unknown options: " + given.keySet());
    }
  }

  private static Duration parse(String name, String value) {
    try {
      Duration duration = Duration.parse(value);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      throw wrong(name, value, "a duration like PT5M");
    }
    throw wrong(name, value, "a duration of at least PT0S");
  }

  private static IllegalArgumentException wrong(String name, String value, String expected) {
    return new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
  }
}
