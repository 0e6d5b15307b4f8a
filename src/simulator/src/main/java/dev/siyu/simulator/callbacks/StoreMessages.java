package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.ShopFact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store's events: ids and states only; order ids are JSON numbers of 19 digits. */
final class StoreMessages implements Post.Writer {

  private final boolean xml;

  StoreMessages(boolean xml) {
    this.xml = xml;
  }

  @Override
  public @Nullable Parcel parcel(Fact fact, Moment moment) {
    return fact instanceof ShopFact told && told.shop().equals("wxstore")
        ? parcel(told, moment)
        : null;
  }

  private @Nullable Parcel parcel(ShopFact told, Moment moment) {
    return switch (told) {
      case ShopFact.OrderPaid paid ->
          parcel(
              moment,
              paid.orderId(),
              "channels_ec_order_pay",
              "order_info",
              Map.of(
                  "order_id",
                  Long.valueOf(paid.orderId()),
                  "pay_time",
                  paid.paidAt().getEpochSecond()));
      case ShopFact.OrderSettled settled ->
          parcel(
              moment,
              settled.orderId(),
              "channels_ec_order_settle",
              "order_info",
              Map.of(
                  "order_id",
                  Long.valueOf(settled.orderId()),
                  "settle_time",
                  settled.at().getEpochSecond()));
      case ShopFact.Refunded refund -> {
        Map<String, Object> sale = new LinkedHashMap<>();
        sale.put("status", "MERCHANT_REFUND_SUCCESS");
        sale.put("after_sale_order_id", refund.refundId());
        if (refund.orderId() != null) {
          sale.put("order_id", refund.orderId());
        }
        yield parcel(
            moment,
            refund.orderId() == null ? refund.refundId() : refund.orderId(),
            "channels_ec_aftersale_update",
            "finder_shop_aftersale_status_update",
            sale);
      }
      case ShopFact.TokenIssued token -> null;
      case ShopFact.GoodShown good -> null;
    };
  }

  private Parcel parcel(
      Moment moment, String subject, String event, String name, Map<String, ?> content) {
    Instant at = moment.at();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("ToUserName", "gh_samplestore");
    all.put("FromUserName", "OPENID");
    all.put("CreateTime", at.getEpochSecond());
    all.put("MsgType", "event");
    all.put("Event", event);
    all.put(name, content);
    String text = xml ? "<xml>" + inXml(all) + "</xml>" : Json.write(all);
    return new Parcel(moment.id(), subject, event, text, at);
  }

  private static String inXml(Map<String, ?> content) {
    StringBuilder text = new StringBuilder();
    content.forEach(
        (name, value) -> {
          text.append('<').append(name).append('>');
          if (value instanceof Map<?, ?> inner) {
            Map<String, Object> named = new LinkedHashMap<>();
            inner.forEach((key, one) -> named.put(String.valueOf(key), one));
            text.append(inXml(named));
          } else if (value instanceof Number) {
            text.append(value);
          } else {
            text.append("<![CDATA[").append(value).append("]]>");
          }
          text.append("</").append(name).append('>');
        });
    return text.toString();
  }
}
