package dev.siyu.mall;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads the JSON of a webhook strictly: money is whole cents, ids keep all their digits. */
final class MallJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Clock clock;

  MallJson(Clock clock) {
    this.clock = clock;
  }

  MallWebhooks.Opened opened(String id, byte[] body) {
    var root = tree(body);
    var type = root.path("type").asString("malformed");
    var unionId = root.path("data").path("unionId").asString("");
    return new MallWebhooks.Opened.Authentic(id, type, unionId, body, clock.instant());
  }

  /**
   * @throws MalformedMallEvent when a known type lacks what it must have: an order must not vanish
   *     as "something else", a person has to look at it
   */
  MallEvent read(byte[] body) {
    var root = tree(body);
    if (!root.path("type").isString()) {
      return new MallEvent.Other("malformed", clock.instant());
    }
    var type = text(root, "type");
    var data = root.path("data");
    return switch (type) {
      case "order.paid" ->
          new MallEvent.OrderPaid(
              text(data, "orderId"),
              text(data, "unionId"),
              cents(data),
              Math.toIntExact(whole(data, "lineCount", 0, Integer.MAX_VALUE)),
              optional(data, "country"),
              optional(data, "couponCode"),
              time(data, "paidAt"),
              told(data));
      case "order.refunded" ->
          new MallEvent.OrderRefunded(
              text(data, "refundId"),
              optional(data, "orderId"),
              text(data, "unionId"),
              cents(data),
              time(data, "refundedAt"));
      case "coupon.used" ->
          new MallEvent.CouponUsed(
              text(data, "couponCode"),
              text(data, "unionId"),
              optional(data, "orderId"),
              time(data, "usedAt"));
      case "coupon.expired" ->
          new MallEvent.CouponExpired(
              text(data, "couponCode"), text(data, "unionId"), time(data, "expiredAt"));
      default -> new MallEvent.Other(type, clock.instant());
    };
  }

  /** Null when the mall adds nothing, as most do. */
  private static MallEvent.@Nullable Told told(JsonNode data) {
    if (!data.has("lines") && !data.has("channel") && !data.has("shop")) {
      return null;
    }
    var order = new Fields(data, "data");
    return new MallEvent.Told(
        order.optional("shop"),
        new MallOrder.Evidence(
            order.optional("channel"),
            order.optional("scene"),
            order.optional("sharer"),
            order.optional("liveId")),
        order.optionalCents("commissionCents"),
        order.each("lines").stream()
            .map(
                line ->
                    new MallOrder.Line(
                        line.text("skuId"),
                        line.optional("productId"),
                        line.optional("title"),
                        Math.toIntExact(line.whole("quantity", 1, 1_000_000)),
                        line.cents("paidCents"),
                        0,
                        0))
            .toList());
  }

  private static JsonNode tree(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  private static String text(JsonNode node, String name) {
    var value = optional(node, name);
    if (value == null) {
      throw new MalformedMallEvent(name + ": nothing (expected: a text)");
    }
    return value;
  }

  /** Malls write ids as text or as numbers of up to 19 digits; both become the same text. */
  private static @Nullable String optional(JsonNode node, String name) {
    var value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (value.isIntegralNumber()) {
      return value.bigIntegerValue().toString();
    }
    if (!value.isString() || value.stringValue().isBlank() || value.stringValue().length() > 200) {
      throw new MalformedMallEvent(name + ": " + value.getNodeType() + " (expected: a text)");
    }
    return value.stringValue();
  }

  private static long cents(JsonNode data) {
    return whole(data, "amountCents", 1, 1_000_000_000_000L);
  }

  private static long whole(JsonNode node, String name, long low, long high) {
    var value = node.path(name);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < low
        || value.longValue() > high) {
      throw new MalformedMallEvent(
          name + ": " + value + " (expected: a whole number " + low + ".." + high + ")");
    }
    return value.longValue();
  }

  private static Instant time(JsonNode data, String name) {
    try {
      return Instant.parse(text(data, name));
    } catch (DateTimeParseException e) {
      throw new MalformedMallEvent(name + ": not a time (expected: ISO-8601 in UTC)");
    }
  }
}
