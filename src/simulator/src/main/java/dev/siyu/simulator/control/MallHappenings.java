package dev.siyu.simulator.control;

import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.MallFact;
import dev.siyu.simulator.mall.Coupon;
import dev.siyu.simulator.mall.MallWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What customers do in the mall. Each answers whether it was new. */
final class MallHappenings {

  private final MallWorld mall;

  MallHappenings(MallWorld mall) {
    this.mall = mall;
  }

  /**
   * New once per orderId. A usable coupon is used up first, with its own webhook: the one named, or
   * with {@code useCoupon} the oldest the customer holds.
   */
  boolean order(JsonNode told, Draft draft) {
    String orderId = Json.required(told, "orderId");
    String union = Json.required(told, "unionId");
    long amount = cents(told);
    String country = Json.textOrNull(told, "country");
    int lines = (int) Json.whole(told, "lineCount", 1);
    Instant paidAt = Json.instant(told, "paidAt", draft.at());
    if (mall.order(orderId) != null) {
      return false;
    }
    Coupon coupon = usable(Json.textOrNull(told, "couponCode"), union, draft);
    if (coupon == null && told.path("useCoupon").asBoolean(false)) {
      coupon = mall.oldestUsable(union, draft.at());
    }
    if (coupon != null) {
      draft.record(new MallFact.CouponUsed(coupon.code(), union, orderId, null));
    }
    draft.record(
        new MallFact.OrderPaid(
            orderId,
            union,
            amount,
            lines,
            country == null ? "CN" : country,
            coupon == null ? null : coupon.code(),
            paidAt,
            lines(told)));
    return true;
  }

  private static @Nullable List<MallFact.Line> lines(JsonNode told) {
    if (!told.path("lines").isArray()) {
      return null;
    }
    List<MallFact.Line> all = new ArrayList<>();
    for (JsonNode line : told.path("lines")) {
      all.add(
          new MallFact.Line(
              Json.required(line, "skuId"),
              Json.textOrNull(line, "title"),
              (int) Json.whole(line, "quantity", 1),
              Json.whole(line, "paidCents", 0)));
    }
    return all;
  }

  /** New once per refundId; the order may be unknown or absent (无原单退款). */
  boolean refund(JsonNode told, Draft draft) {
    String refundId = Json.required(told, "refundId");
    String union = Json.required(told, "unionId");
    long amount = cents(told);
    if (mall.refunded(refundId)) {
      return false;
    }
    draft.record(
        new MallFact.OrderRefunded(
            refundId,
            Json.textOrNull(told, "orderId"),
            union,
            amount,
            Json.instant(told, "refundedAt", draft.at())));
    return true;
  }

  /** New once per coupon; by unionId: once per id, the oldest usable coupon. */
  boolean useCoupon(JsonNode told, Draft draft) {
    String code = Json.textOrNull(told, "couponCode");
    String union = Json.textOrNull(told, "unionId");
    String id = Json.textOrNull(told, "id");
    String orderId = Json.textOrNull(told, "orderId");
    String natural = id != null ? id : code == null && orderId != null ? "use:" + orderId : null;
    if (code == null && union == null) {
      throw new BadRequest("couponCode or unionId is missing in " + told);
    }
    if (mall.seen(natural)) {
      return false;
    }
    Coupon coupon = code == null && union != null ? mall.oldestUsable(union, draft.at()) : null;
    if (code != null) {
      coupon = usable(code, union, draft);
    }
    if (coupon == null) {
      return false;
    }
    draft.record(new MallFact.CouponUsed(coupon.code(), coupon.unionId(), orderId, natural));
    return true;
  }

  /** New once per coupon that ran out unused; the mall tells it when its clean-up finds it. */
  boolean expireCoupon(JsonNode told, Draft draft) {
    Coupon coupon = mall.coupon(Json.required(told, "couponCode"));
    if (coupon == null
        || coupon.used()
        || coupon.usable(draft.at())
        || mall.seen("expired:" + coupon.code())) {
      return false;
    }
    draft.record(new MallFact.CouponExpired(coupon.code(), coupon.unionId()));
    return true;
  }

  private @Nullable Coupon usable(@Nullable String code, @Nullable String union, Draft draft) {
    Coupon coupon = code == null ? null : mall.coupon(code);
    boolean own = coupon != null && (union == null || coupon.unionId().equals(union));
    return coupon != null && own && coupon.usable(draft.at()) ? coupon : null;
  }

  private static long cents(JsonNode told) {
    long amount = Json.whole(told, "amountCents", -1);
    if (amount < 0) {
      throw new BadRequest("amountCents: " + told.path("amountCents") + " (expected: >= 0)");
    }
    return amount;
  }
}
