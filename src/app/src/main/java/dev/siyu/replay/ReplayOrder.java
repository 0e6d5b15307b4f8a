package dev.siyu.replay;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to replay.
 *
 * @param from first day of orders and refunds
 * @param to last day, inclusive; the clock goes on to its end
 * @param firstBoughtFrom customers whose very first order lies here or later; null = {@code from}
 * @param firstBoughtUntil ... and here or earlier, inclusive; null = {@code to}
 * @param customers at most so many, in order of their first purchase; null = all
 * @param speed virtual seconds per real second, 1 to 100,000; null = as fast as possible
 * @param strangersToo also refunds of customers without an order in the range
 * @param files CSV files instead of the sample data; empty = the sample data
 * @param seed another one makes other adds and replies; 0 is the sample's
 * @param goods whether orders tell what was bought (the sample knows it)
 * @param replyPercent of customers who answer the welcome, 0 to 100
 */
public record ReplayOrder(
    LocalDate from,
    LocalDate to,
    @Nullable LocalDate firstBoughtFrom,
    @Nullable LocalDate firstBoughtUntil,
    @Nullable Integer customers,
    @Nullable Integer speed,
    boolean strangersToo,
    List<File> files,
    long seed,
    boolean goods,
    int replyPercent) {

  private static final int REPLY_PERCENT = 30;

  private static final Set<String> NAMES =
      Set.of(
          "from",
          "to",
          "firstBoughtFrom",
          "firstBoughtUntil",
          "customers",
          "speed",
          "strangersToo",
          "seed",
          "goods",
          "replyPercent",
          "file");

  /** A file as it was handed in, UTF-8. */
  public record File(String name, byte[] content) {}

  public ReplayOrder {
    if (to.isBefore(from)) {
      throw new ReplayRefused(
          "SIYU-7010", "to: " + to + " (expected: not before from = " + from + ")");
    }
    if (customers != null && customers < 1) {
      throw new ReplayRefused("SIYU-7010", "customers: " + customers + " (expected: >= 1, or all)");
    }
    if (speed != null && (speed < 1 || speed > 100_000)) {
      throw new ReplayRefused("SIYU-7010", "speed: " + speed + " (expected: 1 to 100000, or max)");
    }
    if (replyPercent < 0 || replyPercent > 100) {
      throw new ReplayRefused(
          "SIYU-7010", "replyPercent: " + replyPercent + " (expected: 0 to 100)");
    }
    files = List.copyOf(files);
  }

  /** What chance is drawn from for a customer. */
  String lot(String customer) {
    return seed == 0 ? customer : seed + ":" + customer;
  }

  LocalDate earliestFirst() {
    return firstBoughtFrom == null ? from : firstBoughtFrom;
  }

  LocalDate latestFirst() {
    return firstBoughtUntil == null ? to : firstBoughtUntil;
  }

  /**
   * Reads {@code
   * from=2010-12-01,to=2011-01-31,firstBoughtUntil=2010-12-31,speed=max,customers=all}.
   *
   * @throws ReplayRefused naming the wrong part
   */
  public static ReplayOrder parse(String text, List<File> files) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : text.split(",")) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length != 2 || !NAMES.contains(pair[0])) {
        throw new ReplayRefused(
            "SIYU-7010", part + " (expected: name=value with one of " + NAMES + ")");
      }
      parts.put(pair[0], pair[1].strip());
    }
    return new ReplayOrder(
        day(parts, "from", LocalDate.of(2010, 12, 1)),
        day(parts, "to", LocalDate.of(2011, 1, 31)),
        optionalDay(parts, "firstBoughtFrom"),
        optionalDay(parts, "firstBoughtUntil"),
        number(parts, "customers", "all"),
        number(parts, "speed", "max"),
        Boolean.parseBoolean(parts.getOrDefault("strangersToo", "false")),
        files,
        Objects.requireNonNullElse(number(parts, "seed", "0"), 0),
        Boolean.parseBoolean(parts.getOrDefault("goods", "true")),
        Objects.requireNonNullElse(number(parts, "replyPercent", "usual"), REPLY_PERCENT));
  }

  private static LocalDate day(Map<String, String> parts, String name, LocalDate absent) {
    LocalDate given = optionalDay(parts, name);
    return given == null ? absent : given;
  }

  private static @Nullable LocalDate optionalDay(Map<String, String> parts, String name) {
    String value = parts.get(name);
    try {
      return value == null || value.isEmpty() ? null : LocalDate.parse(value);
    } catch (java.time.format.DateTimeParseException e) {
      throw new ReplayRefused(
          "SIYU-7010", name + ": " + value + " (expected: a day as 2010-12-01)");
    }
  }

  private static @Nullable Integer number(Map<String, String> parts, String name, String none) {
    String value = parts.get(name);
    if (value == null || value.isEmpty() || value.equals(none)) {
      return null;
    }
    if (!value.matches("\\d{1,9}")) {
      throw new ReplayRefused(
          "SIYU-7010", name + ": " + value + " (expected: a number or " + none + ")");
    }
    return Integer.valueOf(value);
  }
}
