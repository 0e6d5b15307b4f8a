package dev.siyu.simulator.shops;

import dev.siyu.simulator.journal.ShopFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders and after-sales in WeChat Store's words; order ids are JSON numbers of 19 digits. */
final class StorePapers {

  private StorePapers() {}

  static Map<String, @Nullable Object> order(ShopWorld.Order order, ShopWorld world) {
    ShopFact.OrderPaid paid = order.paid();
    Instant settled = order.settledAt();
    Map<String, @Nullable Object> paper = new LinkedHashMap<>();
    paper.put("order_id", Long.valueOf(paid.orderId()));
    paper.put("openid", paid.openId());
    if (paid.unionId() != null) {
      paper.put("unionid", paid.unionId());
    }
    paper.put("create_time", paid.paidAt().getEpochSecond() - 60);
    paper.put("update_time", order.updatedAt().getEpochSecond());
    paper.put("status", settled == null ? 20 : 100);
    Map<String, @Nullable Object> detail = new LinkedHashMap<>();
    detail.put("product_infos", products(paid, world));
    detail.put("pay_info", Map.of("pay_time", paid.paidAt().getEpochSecond()));
    detail.put("price_info", Map.of("order_price", paid.amountCents(), "freight", 0));
    Map<String, Object> ext = new LinkedHashMap<>();
    ext.put("order_scene", paid.liveId() == null ? 1 : 2);
    if (paid.liveId() != null) {
      ext.put("live_id", paid.liveId());
    }
    if (settled != null) {
      ext.put("confirm_receipt_time", settled.getEpochSecond());
      detail.put(
          "settle_info",
          Map.of(
              "settle_time", settled.getEpochSecond(), "commission_fee", paid.amountCents() / 100));
    }
    detail.put("ext_info", ext);
    detail.put("source_infos", sources(paid));
    detail.put("delivery_info", Map.of("address_info", address(paid)));
    paper.put("order_detail", detail);
    return paper;
  }

  private static Map<String, Object> address(ShopFact.OrderPaid paid) {
    return paid.phone() == null ? Map.of() : Map.of("tel_number", paid.phone());
  }

  private static List<Object> sources(ShopFact.OrderPaid paid) {
    return paid.channel() == null
        ? List.of()
        : List.of(
            Map.of(
                "account_type", 4,
                "account_id", "sampleCorp00000001",
                "sale_channel", 0,
                "content_type", 1,
                "content_id", paid.channel()));
  }

  private static List<Object> products(ShopFact.OrderPaid paid, ShopWorld world) {
    boolean back = !world.refundsOf(paid.shop(), paid.orderId()).isEmpty();
    List<Object> products = new ArrayList<>();
    for (ShopFact.Line line : paid.lines()) {
      products.add(
          Map.of(
              "product_id",
              10000000 + Math.floorMod(line.skuId().hashCode(), 1_000_000),
              "sku_id",
              line.skuId(),
              "title",
              line.title(),
              "sku_cnt",
              line.quantity(),
              "sale_price",
              line.paidCents() / line.quantity(),
              "real_price",
              line.paidCents(),
              "on_aftersale_sku_cnt",
              0,
              "finish_aftersale_sku_cnt",
              back && products.isEmpty() ? line.quantity() : 0));
    }
    return products;
  }

  static Map<String, @Nullable Object> afterSale(ShopFact.Refunded refund) {
    Map<String, @Nullable Object> paper = new LinkedHashMap<>();
    paper.put("after_sale_order_id", Long.valueOf(refund.refundId()));
    paper.put("status", "MERCHANT_REFUND_SUCCESS");
    if (refund.orderId() != null) {
      paper.put("order_id", Long.valueOf(refund.orderId()));
    }
    paper.put("openid", refund.openId());
    if (refund.unionId() != null) {
      paper.put("unionid", refund.unionId());
    }
    paper.put("type", "REFUND");
    paper.put("reason_text", "七天无理由");
    paper.put("refund_info", Map.of("amount", refund.amountCents()));
    paper.put("product_info", Map.of("sku_id", "sku-1", "count", 1));
    paper.put("create_time", refund.refundedAt().getEpochSecond() - 60);
    paper.put("update_time", refund.refundedAt().getEpochSecond());
    return paper;
  }

  /** Status 5: on sale; 11: taken off by the merchant. */
  static Map<String, Object> product(List<ShopFact.GoodShown> skus) {
    ShopFact.GoodShown first = skus.getFirst();
    List<Map<String, Object>> variants =
        skus.stream()
            .map(
                sku ->
                    Map.<String, Object>of(
                        "sku_id", sku.skuId(),
                        "sku_code", sku.code(),
                        "sale_price", sku.priceCents(),
                        "stock_num", sku.stock()))
            .toList();
    return Map.of(
        "product_id",
        first.productId(),
        "title",
        first.title(),
        "status",
        first.onSale() ? 5 : 11,
        "skus",
        variants);
  }
}
