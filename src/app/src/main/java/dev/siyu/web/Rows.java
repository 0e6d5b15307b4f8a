package dev.siyu.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Paging and times, the same on every page: keyset cursors, at most {@value #LARGEST} rows. */
final class Rows {

  static final int LARGEST = 200;

  /** A page and the cursor of the one after it; null at the end. */
  record Page<T>(List<T> items, @Nullable String next) {}

  private Rows() {}

  static int limit(int wanted) {
    if (wanted < 1 || wanted > LARGEST) {
      throw Problem.BAD_INPUT.failure("limit: %d (expected: 1 to %d)".formatted(wanted, LARGEST));
    }
    return wanted;
  }

  /** Cuts the one row too many that tells whether there is a next page. */
  static <T> Page<T> page(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    var items = rows.subList(0, limit);
    return new Page<>(List.copyOf(items), cursor.apply(items.getLast()));
  }

  static String cursor(Instant at, String rest) {
    var text = at.getEpochSecond() + "." + at.getNano() + " " + rest;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  /** The moment and the words of a cursor made by {@link #cursor}. */
  record Cursor(Instant at, List<String> words) {

    static Cursor read(String text, int words) {
      try {
        var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", -1);
        var time = parts[0].split("\\.", -1);
        var at = Instant.ofEpochSecond(Long.parseLong(time[0]), Long.parseLong(time[1]));
        if (parts.length == words + 1) {
          return new Cursor(at, List.of(parts).subList(1, parts.length));
        }
      } catch (RuntimeException unreadable) {
        // falls through: said below
      }
      throw Problem.BAD_INPUT.failure("cursor: not one of ours (expected: next of a page before)");
    }
  }

  static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
