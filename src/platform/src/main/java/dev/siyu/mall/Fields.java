package dev.siyu.mall;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a mall's JSON strictly: money is whole cents, ids of 19 digits keep all their digits, what
 * must be there is there.
 *
 * @param name for complaints
 */
public record Fields(JsonNode node, String name) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final long MOST_CENTS = 1_000_000_000_000L;

  /**
   * @throws MalformedMallEvent when it is not JSON
   */
  public static Fields of(byte[] json, String name) {
    try {
      return new Fields(MAPPER.readTree(json), name);
    } catch (JacksonException e) {
      throw new MalformedMallEvent(name + ": not JSON");
    }
  }

  public static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  public Fields in(String field) {
    return new Fields(node.path(field), name + "." + field);
  }

  public List<Fields> each(String field) {
    return node.path(field).valueStream().map(one -> new Fields(one, name + "." + field)).toList();
  }

  public String text(String field) {
    var value = optional(field);
    if (value == null) {
      throw wrong(field, "nothing", "a text");
    }
    return value;
  }

  /** Ids come as text or as numbers of up to 19 digits; both become the same text. */
  public @Nullable String optional(String field) {
    var value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (value.isIntegralNumber()) {
      return value.bigIntegerValue().toString();
    }
    if (!value.isString() || value.stringValue().length() > 500) {
      throw wrong(field, value.getNodeType(), "a text");
    }
    return value.stringValue().isBlank() ? null : value.stringValue();
  }

  public long cents(String field) {
    return whole(field, 0, MOST_CENTS);
  }

  public @Nullable Long optionalCents(String field) {
    var value = node.path(field);
    return value.isMissingNode() || value.isNull() ? null : cents(field);
  }

  /** Yuan with at most two decimals, as text or number. */
  public long yuanAsCents(String field) {
    var value = text(field, "yuan");
    try {
      long cents = new BigDecimal(value).movePointRight(2).longValueExact();
      if (cents >= 0 && cents <= MOST_CENTS) {
        return cents;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw wrong(field, value, "yuan with two decimals");
    }
    throw wrong(field, value, "yuan >= 0");
  }

  private String text(String field, String expected) {
    var value = node.path(field);
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    if (!value.isString() || value.stringValue().length() > 30) {
      throw wrong(field, value, expected);
    }
    return value.stringValue();
  }

  public long whole(String field, long low, long high) {
    var value = node.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(field, value, "a whole number");
    }
    if (value.longValue() < low || value.longValue() > high) {
      throw wrong(field, value, low + ".." + high);
    }
    return value.longValue();
  }

  public int count(String field, int otherwise) {
    var value = node.path(field);
    return value.isMissingNode() || value.isNull()
        ? otherwise
        : Math.toIntExact(whole(field, 0, 1_000_000));
  }

  /** Seconds since 1970; null when absent or 0. */
  public @Nullable Instant seconds(String field) {
    var value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    long seconds = whole(field, 0, 100_000_000_000L);
    return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
  }

  private MalformedMallEvent wrong(String field, Object found, String expected) {
    return new MalformedMallEvent(
        name + "." + field + ": " + found + " (expected: " + expected + ")");
  }
}
