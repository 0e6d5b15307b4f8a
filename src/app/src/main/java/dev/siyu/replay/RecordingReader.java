package dev.siyu.replay;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV files with the columns of the sample data; a wrong row is reported, the rest goes on.
 */
final class RecordingReader {

  private static final int MOST_ERRORS = 1_000;
  private static final long MOST_CENTS = 100_000_000_000L;
  private static final Set<String> ORDER_COLUMNS =
      Set.of("order_id", "customer_id", "paid_at", "amount_cents", "line_count", "country");
  private static final Set<String> REFUND_COLUMNS =
      Set.of("refund_id", "customer_id", "refunded_at", "amount_cents");
  private static final Set<String> CONTACT_COLUMNS = Set.of("customer_id", "added_at");
  private static final Set<String> LINE_COLUMNS =
      Set.of("order_id", "sku", "quantity", "unit_price_cents");
  private static final Set<String> PRODUCT_COLUMNS = Set.of("sku", "description");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreSurroundingSpaces(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final List<OrderRow> orders = new ArrayList<>();
  private final List<RefundRow> refunds = new ArrayList<>();
  private final Map<String, LocalDateTime> contacts = new LinkedHashMap<>();
  private final Map<String, List<LineRow>> lines = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final List<RowError> errors = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /**
   * @throws ReplayRefused when the columns are neither those of orders nor of refunds
   */
  void read(String file, Reader text) throws IOException {
    try (CSVParser rows = CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
      Set<String> columns = Set.copyOf(rows.getHeaderNames());
      Consumer<CSVRecord> taken = reading(columns);
      if (taken == null) {
        throw new ReplayRefused(
            "SIYU-7011",
            file
                + ": "
                + rows.getHeaderNames()
                + " (expected: the columns of orders.csv,"
                + " refunds.csv, contacts.csv, order_lines.csv or products.csv)");
      }
      for (CSVRecord row : rows) {
        readRow(file, rows.getCurrentLineNumber(), row, taken);
      }
    } catch (java.io.UncheckedIOException e) {
      error(file, -1, "unreadable from here: " + e.getMessage());
    }
  }

  Recording recording() {
    return new Recording(
        List.copyOf(orders),
        List.copyOf(refunds),
        Collections.unmodifiableMap(contacts),
        Collections.unmodifiableMap(lines),
        List.copyOf(errors));
  }

  private @Nullable Consumer<CSVRecord> reading(Set<String> columns) {
    if (columns.containsAll(ORDER_COLUMNS)) {
      return row -> orders.add(order(row));
    }
    if (columns.containsAll(REFUND_COLUMNS)) {
      return row -> refunds.add(refund(row));
    }
    if (columns.containsAll(LINE_COLUMNS)) {
      return row ->
          lines
              .computeIfAbsent(text(row, "order_id"), id -> new ArrayList<>())
              .add(
                  new LineRow(
                      text(row, "sku"),
                      titles.get(row.get("sku")),
                      (int) number(row, "quantity", 1_000_000),
                      number(row, "unit_price_cents", MOST_CENTS)));
    }
    if (columns.containsAll(PRODUCT_COLUMNS)) {
      return row -> titles.put(text(row, "sku"), text(row, "description"));
    }
    return columns.containsAll(CONTACT_COLUMNS)
        ? row -> contacts.putIfAbsent(text(row, "customer_id"), time(row, "added_at"))
        : null;
  }

  private void readRow(String file, long line, CSVRecord row, Consumer<CSVRecord> taken) {
    try {
      if (!row.isConsistent()) {
        throw new IllegalArgumentException("columns: " + row.size() + " (expected: as the header)");
      }
      taken.accept(row);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      error(file, line, String.valueOf(e.getMessage()));
    }
  }

  private void error(String file, long line, String reason) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(new RowError(file, line, reason));
    }
  }

  private OrderRow order(CSVRecord row) {
    OrderRow order =
        new OrderRow(
            text(row, "order_id"),
            text(row, "customer_id"),
            time(row, "paid_at"),
            number(row, "amount_cents", MOST_CENTS),
            (int) number(row, "line_count", 1_000_000),
            text(row, "country"));
    once("order_id", order.orderId());
    return order;
  }

  private RefundRow refund(CSVRecord row) {
    RefundRow refund =
        new RefundRow(
            text(row, "refund_id"),
            text(row, "customer_id"),
            time(row, "refunded_at"),
            number(row, "amount_cents", MOST_CENTS));
    once("refund_id", refund.refundId());
    return refund;
  }

  private void once(String column, String id) {
    if (!seen.add(column + id)) {
      throw new IllegalArgumentException(column + ": " + id + " (expected: once in the file)");
    }
  }

  private static String text(CSVRecord row, String column) {
    String value = row.get(column);
    if (value.isBlank() || value.length() > 64) {
      throw wrong(column, value, "1 to 64 characters");
    }
    return value;
  }

  private static LocalDateTime time(CSVRecord row, String column) {
    String value = row.get(column);
    try {
      return LocalDateTime.parse(value.replace(' ', 'T'));
    } catch (DateTimeParseException e) {
      throw wrong(column, value, "local time as 2010-12-01T08:26:00");
    }
  }

  private static long number(CSVRecord row, String column, long most) {
    String value = row.get(column);
    String expected = "whole number, 0 to " + most;
    if (!value.matches("\\d{1,15}") || Long.parseLong(value) > most) {
      throw wrong(column, value, expected);
    }
    return Long.parseLong(value);
  }

  private static IllegalArgumentException wrong(String column, String value, String expected) {
    return new IllegalArgumentException(column + ": " + value + " (expected: " + expected + ")");
  }
}
