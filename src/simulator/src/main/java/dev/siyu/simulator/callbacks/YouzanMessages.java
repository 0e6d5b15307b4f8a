package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.ShopFact;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Youzan's pushes, without what each push adds (sign, sendCount). */
final class YouzanMessages implements Post.Writer {

  private final String clientId;
  private final String kdtId;

  YouzanMessages(String clientId, String kdtId) {
    this.clientId = clientId;
    this.kdtId = kdtId;
  }

  @Override
  public @Nullable Parcel parcel(Fact fact, Moment moment) {
    if (!(fact instanceof ShopFact told) || !told.shop().equals("youzan")) {
      return null;
    }
    return switch (told) {
      case ShopFact.OrderPaid paid ->
          parcel(
              moment,
              paid.orderId(),
              paid.orderId(),
              "trade_TradePaid",
              encoded(
                  Map.of("full_order_info", Map.of("order_info", Map.of("tid", paid.orderId())))));
      case ShopFact.OrderSettled settled ->
          parcel(
              moment,
              settled.orderId(),
              settled.orderId(),
              "trade_TradeSuccess",
              encoded(Map.of("tid", settled.orderId())));
      case ShopFact.Refunded refund -> {
        Map<String, Object> msg = new LinkedHashMap<>();
        msg.put("refund_id", refund.refundId());
        if (refund.orderId() != null) {
          msg.put("tid", refund.orderId());
        }
        yield parcel(
            moment,
            refund.orderId() == null ? refund.refundId() : refund.orderId(),
            refund.refundId(),
            "trade_refund_RefundSuccess",
            encoded(msg));
      }
      case ShopFact.TokenIssued token -> null;
      case ShopFact.GoodShown good -> null;
    };
  }

  private static String encoded(Map<String, ?> msg) {
    return URLEncoder.encode(Json.write(msg), StandardCharsets.UTF_8);
  }

  private Parcel parcel(Moment moment, String subject, String id, String type, String msg) {
    Map<String, Object> push = new LinkedHashMap<>();
    push.put("client_id", clientId);
    push.put("kdt_id", Long.valueOf(kdtId));
    push.put("kdt_name", "样例店铺");
    push.put("id", id);
    push.put("type", type);
    push.put("status", type);
    push.put("msg", msg);
    push.put("msg_id", moment.id());
    push.put("version", moment.at().getEpochSecond());
    push.put("test", false);
    push.put("mode", 1);
    return new Parcel(moment.id(), subject, type, Json.write(push), moment.at());
  }
}
