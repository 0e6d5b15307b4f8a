package dev.siyu.wxstore;

import dev.siyu.mall.Fields;
import dev.siyu.mall.MallBuyer;
import dev.siyu.mall.MallOrder;
import dev.siyu.mall.MallRefund;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the store's answers say (order/get, aftersale/getaftersaleorder). */
final class StoreJson {

  private static final Set<String> MONEY_IS_BACK =
      Set.of("MERCHANT_REFUND_SUCCESS", "MERCHANT_RETURN_SUCCESS");
  private static final int FORWARDED_IN_WECOM = 1;

  private StoreJson() {}

  static MallOrder order(Fields order, @Nullable String shop) {
    var detail = order.in("order_detail");
    var ext = detail.in("ext_info");
    var settled = detail.in("settle_info");
    var placed = Objects.requireNonNullElse(order.seconds("create_time"), Instant.EPOCH);
    return new MallOrder(
        order.text("order_id"),
        buyer(order, detail.in("delivery_info").in("address_info").optional("tel_number")),
        shop,
        detail.in("price_info").cents("order_price"),
        detail.in("coupon_info").optional("user_coupon_id"),
        placed,
        detail.in("pay_info").seconds("pay_time"),
        ext.seconds("confirm_receipt_time"),
        settled.seconds("settle_time"),
        commission(detail, settled),
        new MallOrder.Evidence(
            channel(detail, ext),
            ext.optional("order_scene"),
            detail.in("sharer_info").optional("sharer_openid"),
            ext.optional("live_id")),
        detail.each("product_infos").stream().map(StoreJson::line).toList(),
        Objects.requireNonNullElse(order.seconds("update_time"), placed));
  }

  private static MallBuyer buyer(Fields from, @Nullable String phone) {
    return new MallBuyer(from.text("openid"), from.optional("unionid"), phone);
  }

  private static MallOrder.Line line(Fields product) {
    int quantity = Math.toIntExact(product.whole("sku_cnt", 1, 1_000_000));
    var real = product.optionalCents("real_price");
    return new MallOrder.Line(
        product.text("sku_id"),
        product.optional("product_id"),
        product.optional("title"),
        quantity,
        real == null ? product.cents("sale_price") * quantity : real,
        product.count("on_aftersale_sku_cnt", 0),
        product.count("finish_aftersale_sku_cnt", 0));
  }

  /** The store's own fee and what talents and agencies get. */
  private static @Nullable Long commission(Fields detail, Fields settled) {
    var fee = settled.optionalCents("commission_fee");
    var shares =
        detail.each("commission_infos").stream().mapToLong(one -> one.cents("amount")).sum();
    return fee == null && shares == 0 ? null : Objects.requireNonNullElse(fee, 0L) + shares;
  }

  /** A member who forwarded it in WeCom first, then the selling account, then the live's owner. */
  private static @Nullable String channel(Fields detail, Fields ext) {
    for (var source : detail.each("source_infos")) {
      if (source.count("content_type", 0) == FORWARDED_IN_WECOM
          && source.optional("content_id") != null) {
        return "wecom:" + source.text("content_id");
      }
    }
    for (var source : detail.each("source_infos")) {
      if (source.optional("account_id") != null) {
        return account(source.count("account_type", 0)) + ":" + source.text("account_id");
      }
    }
    var finder = ext.optional("finder_id");
    return finder == null ? null : "finder:" + finder;
  }

  private static String account(int type) {
    return switch (type) {
      case 1 -> "finder";
      case 2 -> "mp";
      case 3 -> "miniprogram";
      case 4 -> "wecom-corp";
      case 5 -> "talent";
      case 6 -> "service";
      case 1000 -> "agency";
      default -> "account-" + type;
    };
  }

  static MallRefund refund(Fields sale) {
    boolean back = MONEY_IS_BACK.contains(sale.text("status"));
    long amount = sale.in("refund_info").cents("amount");
    var product = sale.in("product_info");
    var sku = product.optional("sku_id");
    var updated = sale.seconds("update_time");
    return new MallRefund(
        sale.text("after_sale_order_id"),
        sale.optional("order_id"),
        buyer(sale, null),
        amount,
        back ? Objects.requireNonNullElse(updated, Instant.EPOCH) : null,
        sale.optional("type"),
        sale.optional("reason_text"),
        sku == null
            ? List.of()
            : List.of(new MallRefund.Line(sku, product.count("count", 0), amount)));
  }
}
