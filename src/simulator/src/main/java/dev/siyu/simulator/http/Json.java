package dev.siyu.simulator.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what callers send, leniently where the real systems are lenient. */
public final class Json {

  public static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  private Json() {}

  /** An empty text is an empty object; refuses anything else that is not JSON. */
  public static JsonNode read(String text) {
    try {
      return text.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new BadRequest("not JSON: " + e.getOriginalMessage());
    }
  }

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static @Nullable String textOrNull(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() || value.asString("").isBlank()
        ? null
        : value.asString();
  }

  public static String text(JsonNode node, String name) {
    String value = textOrNull(node, name);
    return value == null ? "" : value;
  }

  /** A text that must be there. */
  public static String required(JsonNode node, String name) {
    String value = textOrNull(node, name);
    if (value == null) {
      throw new BadRequest(name + " is missing (expected: a text) in " + node);
    }
    return value;
  }

  public static long whole(JsonNode node, String name, long otherwise) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.canConvertToLong() || !value.isNumber()) {
      throw new BadRequest(name + ": " + value + " (expected: a whole number)");
    }
    return value.asLong();
  }

  public static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    node.path(name).forEach(one -> texts.add(one.asString()));
    return texts;
  }

  /** A time that may be given. */
  public static Instant instant(JsonNode node, String name, Instant otherwise) {
    String text = textOrNull(node, name);
    return text == null ? otherwise : instant(text);
  }

  /** Epoch milliseconds or ISO-8601; the epoch when absent. */
  public static Instant instant(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Instant.EPOCH;
    }
    try {
      return text.chars().allMatch(Character::isDigit)
          ? Instant.ofEpochMilli(Long.parseLong(text))
          : Instant.parse(text);
    } catch (RuntimeException e) {
      throw new BadRequest("not a time: " + text + " (expected: epoch milliseconds or ISO-8601)");
    }
  }
}
