package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.MallFact;
import dev.siyu.simulator.journal.Moment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of each webhook; the same fact always gives the same bytes. */
final class MallMessages implements Post.Writer {

  @Override
  public @Nullable Parcel parcel(Fact fact, Moment moment) {
    return fact instanceof MallFact told ? mall(told, moment) : null;
  }

  private static @Nullable Parcel mall(MallFact told, Moment moment) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    return switch (told) {
      case MallFact.OrderPaid paid -> {
        data.put("orderId", paid.orderId());
        data.put("unionId", paid.unionId());
        data.put("amountCents", paid.amountCents());
        data.put("lineCount", paid.lineCount());
        data.put("country", paid.country());
        data.put("couponCode", paid.couponCode());
        data.put("paidAt", paid.paidAt().toString());
        if (paid.lines() != null) {
          data.put("lines", paid.lines());
        }
        yield parcel(told, moment, "order.paid", data);
      }
      case MallFact.OrderRefunded refunded -> {
        data.put("refundId", refunded.refundId());
        data.put("orderId", refunded.orderId());
        data.put("unionId", refunded.unionId());
        data.put("amountCents", refunded.amountCents());
        data.put("refundedAt", refunded.refundedAt().toString());
        yield parcel(told, moment, "order.refunded", data);
      }
      case MallFact.CouponUsed used -> {
        data.put("couponCode", used.code());
        data.put("unionId", used.unionId());
        data.put("orderId", used.orderId());
        data.put("usedAt", moment.at().toString());
        yield parcel(told, moment, "coupon.used", data);
      }
      case MallFact.CouponExpired gone -> {
        data.put("couponCode", gone.code());
        data.put("unionId", gone.unionId());
        data.put("expiredAt", moment.at().toString());
        yield parcel(told, moment, "coupon.expired", data);
      }
      case MallFact.CouponIssued issued -> null;
      case MallFact.CouponRevoked back -> null;
    };
  }

  private static Parcel parcel(
      MallFact told, Moment moment, String type, Map<String, @Nullable Object> data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type);
    body.put("data", data);
    return new Parcel(moment.id(), told.unionId(), type, Json.write(body), moment.at());
  }
}
