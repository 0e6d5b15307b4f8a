package dev.siyu.wxstore;

import dev.siyu.mall.Fields;
import dev.siyu.mall.MalformedMallEvent;
import dev.siyu.mall.Shop.Notice;
import dev.siyu.wechat.Envelope;
import dev.siyu.xml.SafeXml;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What the store's callbacks tell, JSON or XML, as the owner chose in its console. */
final class StoreNotices {

  private static final String SALE = "finder_shop_aftersale_status_update";

  private final Clock clock;

  StoreNotices(Clock clock) {
    this.clock = clock;
  }

  StoreCallbacks.Opened.Authentic opened(byte[] plain) {
    var fields = fields(plain);
    var type = fields.getOrDefault("Event", "malformed");
    var order = fields.getOrDefault("order_info.order_id", fields.get(SALE + ".order_id"));
    return new StoreCallbacks.Opened.Authentic(plain, type, order, at(fields.get("CreateTime")));
  }

  Notice read(byte[] plain) {
    var fields = fields(plain);
    var type = fields.getOrDefault("Event", "malformed");
    return switch (type) {
      case "channels_ec_order_pay" ->
          new Notice.OrderChanged(id(fields, "order_info.order_id"), true);
      case "channels_ec_order_confirm",
          "channels_ec_order_settle",
          "channels_ec_order_deliver",
          "channels_ec_order_cancel",
          "channels_ec_order_ext_info_update" ->
          new Notice.OrderChanged(id(fields, "order_info.order_id"), false);
      case "channels_ec_aftersale_update" ->
          new Notice.RefundChanged(
              id(fields, SALE + ".after_sale_order_id"),
              fields.get(SALE + ".order_id"),
              fields.getOrDefault(SALE + ".status", "").endsWith("_SUCCESS"));
      default -> new Notice.Other(type);
    };
  }

  static byte[] pay(String orderId, Instant at) {
    return event(
        "channels_ec_order_pay",
        at,
        "order_info",
        Map.of("order_id", orderId, "pay_time", at.getEpochSecond()));
  }

  static byte[] afterSale(String refundId, @Nullable String orderId, Instant at) {
    var sale = new LinkedHashMap<String, @Nullable Object>();
    sale.put("status", "MERCHANT_REFUND_SUCCESS");
    sale.put("after_sale_order_id", refundId);
    sale.put("order_id", orderId);
    return event("channels_ec_aftersale_update", at, SALE, sale);
  }

  private static byte[] event(String type, Instant at, String name, Object content) {
    var event = new LinkedHashMap<String, Object>();
    event.put("FromUserName", "siyu-look");
    event.put("CreateTime", at.getEpochSecond());
    event.put("MsgType", "event");
    event.put("Event", type);
    event.put(name, content);
    return Fields.write(event);
  }

  private static String id(Map<String, String> fields, String name) {
    var id = fields.get(name);
    if (id == null || !id.matches("[0-9A-Za-z_-]{1,64}")) {
      throw new MalformedMallEvent(name + ": " + id + " (expected: an id)");
    }
    return id;
  }

  private Instant at(@Nullable String createTime) {
    return createTime != null && createTime.matches("[0-9]{1,11}")
        ? Instant.ofEpochSecond(Long.parseLong(createTime))
        : clock.instant();
  }

  /** Two levels, names joined by a dot; ids keep all digits. Empty when it cannot be read. */
  private static Map<String, String> fields(byte[] plain) {
    var fields = new LinkedHashMap<String, String>();
    try {
      if (plain.length > 0 && plain[0] == '{') {
        json(Fields.of(plain, "event"), "", fields, 2);
      } else {
        xml(SafeXml.parse(plain, Envelope.MAX_BYTES).getDocumentElement(), "", fields, 2);
      }
    } catch (MalformedMallEvent | SafeXml.Malformed e) {
      fields.clear();
    }
    return fields;
  }

  private static void json(Fields in, String prefix, Map<String, String> out, int levels) {
    for (var entry : in.node().properties()) {
      var name = prefix + entry.getKey();
      if (entry.getValue().isObject() && levels > 1) {
        json(in.in(entry.getKey()), name + ".", out, levels - 1);
      } else if (entry.getValue().isIntegralNumber() || entry.getValue().isString()) {
        var text = in.optional(entry.getKey());
        if (text != null) {
          out.put(name, text);
        }
      }
    }
  }

  private static void xml(Element in, String prefix, Map<String, String> out, int levels) {
    for (var node = in.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        var name = prefix + element.getTagName();
        if (levels > 1 && element.getElementsByTagName("*").getLength() > 0) {
          xml(element, name + ".", out, levels - 1);
        } else {
          out.putIfAbsent(name, element.getTextContent().strip());
        }
      }
    }
  }
}
