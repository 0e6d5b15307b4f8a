package dev.siyu.youzan;

import dev.siyu.mall.Fields;
import dev.siyu.mall.MallListing.Item;
import dev.siyu.mall.MallListing.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where we are in Youzan's two lists: trades first, then refunds, each by page number. Youzan
 * answers at most 100 pages of one range.
 */
record YouzanPlace(boolean refunds, int pageNo, Instant from, Instant until, int pageSize) {

  /** A cursor reads {@code o<page>} or {@code r<page>}. */
  static YouzanPlace of(@Nullable String cursor, Instant from, Instant until, int pageSize) {
    var at = cursor == null ? "o1" : cursor;
    return new YouzanPlace(
        at.startsWith("r"), Integer.parseInt(at.substring(1)), from, until, pageSize);
  }

  String api() {
    return refunds ? "youzan.trade.refund.search/3.0.1" : "youzan.trades.sold.get/4.0.4";
  }

  /** Trades want local times, refunds seconds. */
  Map<String, Object> question(YouzanJson json) {
    return refunds
        ? Map.of(
            "update_time_start", from.getEpochSecond(),
            "update_time_end", until.getEpochSecond(),
            "status", "SUCCESS",
            "page_no", pageNo,
            "page_size", Math.min(pageSize, 30))
        : Map.of(
            "start_update",
            json.local(from),
            "end_update",
            json.local(until),
            "page_no",
            pageNo,
            "page_size",
            pageSize);
  }

  Page page(Fields data, YouzanJson json, YouzanShop shop) {
    List<Item> items = new ArrayList<>();
    var listed = refunds ? data.each("refunds") : data.each("full_order_info_list");
    for (var one : listed) {
      var item = refunds ? refund(one, json, shop) : trade(one, json, shop);
      if (item != null) {
        items.add(item);
      }
    }
    boolean full = listed.size() >= (refunds ? Math.min(pageSize, 30) : pageSize);
    return new Page(items, full ? (refunds ? "r" : "o") + (pageNo + 1) : refunds ? null : "r1");
  }

  private @Nullable Item trade(Fields one, YouzanJson json, YouzanShop shop) {
    var info = one.in("full_order_info").in("order_info");
    var paidAt = json.time(info, "pay_time");
    var tid = info.text("tid");
    return paidAt == null
        ? null
        : new Item(
            false,
            tid,
            YouzanShop.SOURCE + ":" + tid,
            "trade_TradePaid",
            paidAt,
            shop.notice(false, tid, null, paidAt));
  }

  private Item refund(Fields one, YouzanJson json, YouzanShop shop) {
    var id = one.text("refund_id");
    var tid = one.optional("tid");
    var at = Objects.requireNonNullElse(json.time(one, "modified"), until);
    return new Item(
        true,
        id,
        YouzanShop.SOURCE + ":" + (tid == null ? id : tid),
        "youzan_trade_RefundSuccess",
        at,
        shop.notice(true, id, tid, at));
  }
}
