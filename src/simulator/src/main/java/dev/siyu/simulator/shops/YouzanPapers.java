package dev.siyu.simulator.shops;

import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.journal.ShopFact;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trades and refunds in Youzan's words: yuan as text, local times. */
final class YouzanPapers {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final ZoneId zone;

  YouzanPapers(ZoneId zone) {
    this.zone = zone;
  }

  Map<String, @Nullable Object> trade(ShopWorld.Order order) {
    ShopFact.OrderPaid paid = order.paid();
    Map<String, @Nullable Object> info = new LinkedHashMap<>();
    info.put("tid", paid.orderId());
    info.put("status", order.settledAt() == null ? "WAIT_SELLER_SEND_GOODS" : "TRADE_SUCCESS");
    info.put("created", local(paid.paidAt().minusSeconds(60)));
    info.put("pay_time", local(paid.paidAt()));
    info.put("update_time", local(order.updatedAt()));
    if (order.settledAt() != null) {
      info.put("confirm_time", local(order.settledAt()));
      info.put("success_time", local(order.settledAt()));
    }
    Map<String, @Nullable Object> trade = new LinkedHashMap<>();
    trade.put("order_info", info);
    Map<String, @Nullable Object> buyer = new LinkedHashMap<>();
    buyer.put("yz_open_id", paid.openId());
    buyer.put("buyer_phone", paid.phone());
    trade.put("buyer_info", buyer);
    trade.put("pay_info", Map.of("payment", yuan(paid.amountCents()), "post_fee", "0.00"));
    trade.put("source_info", Map.of("source", Map.of("platform", "wx", "wx_entrance", "wx_gzh")));
    trade.put("orders", paid.lines().stream().map(YouzanPapers::line).toList());
    return trade;
  }

  private static Map<String, Object> line(ShopFact.Line line) {
    return Map.of(
        "oid", "oid-" + line.skuId(),
        "sku_id", line.skuId(),
        "item_id", 1 + Math.floorMod(line.skuId().hashCode(), 1_000_000),
        "title", line.title(),
        "num", line.quantity(),
        "payment", yuan(line.paidCents()));
  }

  Map<String, @Nullable Object> refund(ShopFact.Refunded refund) {
    Map<String, @Nullable Object> paper = new LinkedHashMap<>();
    paper.put("refund_id", refund.refundId());
    paper.put("tid", refund.orderId());
    paper.put("yz_open_id", refund.openId());
    paper.put("status", "SUCCESS");
    paper.put("demand", 1);
    paper.put("refund_fee", yuan(refund.amountCents()));
    paper.put("version", refund.refundedAt().toEpochMilli());
    paper.put("modified", local(refund.refundedAt()));
    paper.put("refund_success_time", local(refund.refundedAt()));
    return paper;
  }

  Map<String, Object> item(ShopFact.GoodShown good) {
    return Map.of(
        "item_id", 1 + Math.floorMod(good.skuId().hashCode(), 1_000_000),
        "item_no", good.code(),
        "title", good.title(),
        "price", good.priceCents(),
        "quantity", good.stock());
  }

  private String local(Instant at) {
    return LOCAL.format(at.atZone(zone));
  }

  Instant instant(String local) {
    try {
      return LocalDateTime.parse(local, LOCAL).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new BadRequest("not a time: " + local + " (expected: yyyy-MM-dd HH:mm:ss)");
    }
  }

  private static String yuan(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
