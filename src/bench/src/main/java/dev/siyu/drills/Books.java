package dev.siyu.drills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the recorded shop's own files say of some customers, counted without the product's code.
 *
 * @param orders order id -> "customer cents"
 * @param refunds refund id -> "customer cents"
 */
record Books(Set<String> customers, Map<String, String> orders, Map<String, String> refunds) {

  /**
   * Which part of the recording, days inclusive.
   *
   * @param firstUntil customers whose very first order lies here or earlier
   * @param strangers also refunds of customers without an order in the recording
   */
  record Range(String from, String to, String firstUntil, boolean strangers) {

    boolean holds(String at, String last) {
      String day = at.substring(0, 10);
      return day.compareTo(from) >= 0 && day.compareTo(last) <= 0;
    }
  }

  /** Who first bought in December 2010, until the end of January 2011. */
  static final Range DECEMBER = new Range("2010-12-01", "2011-01-31", "2010-12-31", false);

  /** The whole recording. */
  static final Range YEAR = new Range("2010-12-01", "2011-12-09", "2011-12-09", false);

  static Books read(@Nullable Integer most) {
    return read(most, DECEMBER);
  }

  /**
   * @param most so many customers in the order of their first purchase; null = all
   */
  static Books read(@Nullable Integer most, Range range) {
    List<Map<String, String>> orders = lines("orders.csv");
    Comparator<Map<String, String>> byTime =
        Comparator.comparing((Map<String, String> row) -> row.get("paid_at"))
            .thenComparing(row -> row.get("order_id"));
    Map<String, Map<String, String>> firsts = new HashMap<>();
    orders.forEach(
        row ->
            firsts.merge(row.get("customer_id"), row, (a, b) -> byTime.compare(a, b) <= 0 ? a : b));
    Set<String> chosen =
        firsts.values().stream()
            .filter(row -> range.holds(row.getOrDefault("paid_at", ""), range.firstUntil()))
            .sorted(byTime)
            .limit(most == null ? Long.MAX_VALUE : most)
            .map(row -> row.get("customer_id"))
            .collect(Collectors.toSet());
    return new Books(
        chosen,
        kept(orders, "order_id", "paid_at", range, chosen::contains),
        kept(
            lines("refunds.csv"),
            "refund_id",
            "refunded_at",
            range,
            customer -> range.strangers() || chosen.contains(customer)));
  }

  private static Map<String, String> kept(
      List<Map<String, String>> rows, String id, String at, Range range, Predicate<String> wanted) {
    return rows.stream()
        .filter(
            row ->
                wanted.test(row.getOrDefault("customer_id", ""))
                    && range.holds(row.getOrDefault(at, ""), range.to()))
        .collect(
            Collectors.toMap(
                row -> row.get(id),
                row -> row.get("customer_id") + " " + row.get("amount_cents"),
                (a, b) -> a + "+" + b,
                TreeMap::new));
  }

  static long cents(Map<String, String> entries) {
    return entries.values().stream().mapToLong(e -> Long.parseLong(e.split(" ")[1])).sum();
  }

  /** The file has no quotes, so a comma always separates. */
  static List<Map<String, String>> lines(String name) {
    try (InputStream file = Books.class.getResourceAsStream("/sample-data/" + name)) {
      if (file == null) {
        throw new IllegalStateException("not on the class path: sample-data/" + name);
      }
      var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      List<String> columns = List.of(reader.readLine().split(","));
      Function<String, Map<String, String>> row =
          line -> {
            String[] values = line.split(",", -1);
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
              named.put(columns.get(i), values[i]);
            }
            return named;
          };
      return reader.lines().map(row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
