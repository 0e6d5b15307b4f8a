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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the recorded shop's own files say, counted without the product's code: the customers whose
 * first order lies in December 2010, their orders and refunds until the end of January 2011.
 *
 * @param orders order id -> "customer cents"
 * @param refunds refund id -> "customer cents"
 */
record Books(Set<String> customers, Map<String, String> orders, Map<String, String> refunds) {

  static final String FROM = "2010-12-01";
  static final String TO = "2011-01-31";
  static final String FIRST_UNTIL = "2010-12-31";

  /**
   * @param most so many customers in the order of their first purchase; null = all
   */
  static Books read(@Nullable Integer most) {
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
            .filter(row -> within(row.getOrDefault("paid_at", ""), FIRST_UNTIL))
            .sorted(byTime)
            .limit(most == null ? Long.MAX_VALUE : most)
            .map(row -> row.get("customer_id"))
            .collect(Collectors.toSet());
    return new Books(
        chosen,
        kept(orders, "order_id", "paid_at", chosen),
        kept(lines("refunds.csv"), "refund_id", "refunded_at", chosen));
  }

  private static Map<String, String> kept(
      List<Map<String, String>> rows, String id, String at, Set<String> chosen) {
    return rows.stream()
        .filter(
            row -> chosen.contains(row.get("customer_id")) && within(row.getOrDefault(at, ""), TO))
        .collect(
            Collectors.toMap(
                row -> row.get(id),
                row -> row.get("customer_id") + " " + row.get("amount_cents"),
                (a, b) -> a + "+" + b,
                TreeMap::new));
  }

  private static boolean within(String at, String last) {
    String day = at.substring(0, 10);
    return day.compareTo(FROM) >= 0 && day.compareTo(last) <= 0;
  }

  static long cents(Map<String, String> entries) {
    return entries.values().stream().mapToLong(e -> Long.parseLong(e.split(" ")[1])).sum();
  }

  /** The file has no quotes, so a comma always separates. */
  private static List<Map<String, String>> lines(String name) {
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
