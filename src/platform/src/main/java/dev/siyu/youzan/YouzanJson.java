package dev.siyu.youzan;

import dev.siyu.mall.Fields;
import dev.siyu.mall.MalformedMallEvent;
import dev.siyu.mall.MallBuyer;
import dev.siyu.mall.MallOrder;
import dev.siyu.mall.MallRefund;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Youzan's answers say (youzan.trades.sold.get, youzan.trade.refund.get). Money there is yuan
 * as text, times are the shop's local time as text or milliseconds.
 */
final class YouzanJson {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final ZoneId zone;

  YouzanJson(ZoneId zone) {
    this.zone = zone;
  }

  MallOrder order(Fields full, @Nullable String shop) {
    var info = full.in("order_info");
    var buyer = full.in("buyer_info");
    var source = full.in("source_info");
    var placed = Objects.requireNonNullElse(time(info, "created"), Instant.EPOCH);
    return new MallOrder(
        info.text("tid"),
        new MallBuyer(
            buyer.text("yz_open_id"), buyer.optional("union_id"), buyer.optional("buyer_phone")),
        shop,
        full.in("pay_info").yuanAsCents("payment"),
        null,
        placed,
        time(info, "pay_time"),
        time(info, "confirm_time"),
        time(info, "success_time"),
        null,
        new MallOrder.Evidence(
            source.in("source").optional("platform"),
            source.in("source").optional("wx_entrance"),
            info.in("order_extra").optional("dept_id"),
            info.in("order_extra").optional("live_id")),
        full.each("orders").stream().map(YouzanJson::line).toList(),
        Objects.requireNonNullElse(time(info, "update_time"), placed));
  }

  private static MallOrder.Line line(Fields line) {
    var sku = line.optional("sku_id");
    var item = line.optional("item_id");
    return new MallOrder.Line(
        sku == null || sku.equals("0") ? Objects.requireNonNullElse(item, line.text("oid")) : sku,
        item,
        line.optional("title"),
        Math.toIntExact(line.whole("num", 1, 1_000_000)),
        line.yuanAsCents("payment"),
        0,
        0);
  }

  /** The answer names no buyer: {@code trade} does. */
  MallRefund refund(Fields refund, @Nullable MallOrder trade) {
    boolean back = "SUCCESS".equals(refund.optional("status"));
    var at = time(refund, "refund_success_time");
    var modified = at == null ? time(refund, "modified") : at;
    var demand = refund.count("demand", 0);
    return new MallRefund(
        refund.text("refund_id"),
        refund.optional("tid"),
        trade == null ? new MallBuyer(refund.text("yz_open_id"), null, null) : trade.buyer(),
        refund.yuanAsCents("refund_fee"),
        back ? Objects.requireNonNullElse(modified, Instant.EPOCH) : null,
        demand == 2 ? "RETURN" : "REFUND",
        refund.optional("reason_desc"),
        List.of());
  }

  @Nullable Instant time(Fields in, String field) {
    var value = in.node().path(field);
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue() == 0 ? null : Instant.ofEpochMilli(value.longValue());
    }
    var text = in.optional(field);
    if (text == null) {
      return null;
    }
    try {
      return LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new MalformedMallEvent(field + ": " + text + " (expected: yyyy-MM-dd HH:mm:ss)");
    }
  }

  String local(Instant at) {
    return LOCAL.format(at.atZone(zone));
  }
}
