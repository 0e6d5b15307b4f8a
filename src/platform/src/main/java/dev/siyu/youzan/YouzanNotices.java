package dev.siyu.youzan;

import dev.siyu.mall.Fields;
import dev.siyu.mall.MalformedMallEvent;
import dev.siyu.mall.Shop.Notice;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Youzan's pushes tell: which trade or refund to ask for. */
final class YouzanNotices {

  private YouzanNotices() {}

  static Notice read(byte[] body) {
    var push = Fields.of(body, "push");
    var type = push.text("type");
    return switch (type) {
      case "trade_TradePaid", "trade_TradeBuyerPay" -> new Notice.OrderChanged(trade(push), true);
      case "trade_TradeSuccess",
          "trade_TradeClose",
          "trade_TradeSellerShip",
          "trade_TradePartlySellerShip" ->
          new Notice.OrderChanged(trade(push), false);
      case "trade_refund_RefundSuccess",
          "trade_refund_RefundSellerAgree",
          "trade_refund_SysRefund",
          "youzan_trade_RefundSuccess",
          "youzan_trade_RefundSellerAgree" ->
          new Notice.RefundChanged(msg(push).text("refund_id"), tid(push), true);
      default -> new Notice.Other(type);
    };
  }

  private static String trade(Fields push) {
    var tid = tid(push);
    if (tid == null) {
      throw new MalformedMallEvent("tid: nothing (expected: a trade's number)");
    }
    return tid;
  }

  /** From the message, where the sign covers it; the push's own id only as a last resort. */
  static @Nullable String tid(Fields push) {
    var msg = msg(push);
    var direct = msg.optional("tid");
    var full = msg.in("full_order_info").in("order_info").optional("tid");
    var tid = direct != null ? direct : full != null ? full : push.optional("id");
    return tid != null && tid.matches("[0-9A-Za-z_-]{1,64}") ? tid : null;
  }

  /** URL-encoded JSON in old pushes, an object in new ones. */
  private static Fields msg(Fields push) {
    var msg = push.node().path("msg");
    if (!msg.isString()) {
      return push.in("msg");
    }
    try {
      var json = URLDecoder.decode(msg.stringValue(), StandardCharsets.UTF_8);
      return Fields.of(json.getBytes(StandardCharsets.UTF_8), "msg");
    } catch (IllegalArgumentException e) {
      throw new MalformedMallEvent("msg: not URL-encoded");
    }
  }

  static byte[] paid(String tid, Instant at) {
    return push("trade_TradePaid", tid, Map.of("tid", tid), at);
  }

  static byte[] refunded(String refundId, @Nullable String tid, Instant at) {
    var msg = new LinkedHashMap<String, @Nullable Object>();
    msg.put("refund_id", refundId);
    msg.put("tid", tid);
    return push("youzan_trade_RefundSuccess", refundId, msg, at);
  }

  private static byte[] push(String type, String id, Object msg, Instant at) {
    var push = new LinkedHashMap<String, Object>();
    push.put("id", id);
    push.put("type", type);
    push.put("msg", msg);
    push.put("version", at.getEpochSecond());
    push.put("mode", "siyu-look");
    return Fields.write(push);
  }
}
