package dev.siyu.wxstore;

import dev.siyu.mall.Fields;
import dev.siyu.mall.MallListing.Item;
import dev.siyu.mall.MallListing.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where we are in the store's two lists. Orders first, then after-sales, each in windows as long as
 * the store allows, each window page by page.
 */
record StorePlace(
    boolean refunds, Instant start, Instant from, Instant until, Duration range, String key) {

  /** A cursor reads {@code o|<second>|<next_key>} or {@code r|...}. */
  static StorePlace of(
      @Nullable String cursor, Instant from, Instant until, StoreSettings settings) {
    var parts = (cursor == null ? "o|" + from.getEpochSecond() + "|" : cursor).split("\\|", 3);
    boolean refunds = parts[0].equals("r");
    return new StorePlace(
        refunds,
        Instant.ofEpochSecond(Long.parseLong(parts[1])),
        from,
        until,
        refunds ? settings.longestRefundRange() : settings.longestRange(),
        parts[2]);
  }

  String api() {
    return refunds ? "aftersale/getaftersalelist" : "order/list/get";
  }

  private Instant end() {
    var end = start.plus(range);
    return end.isBefore(until) ? end : until;
  }

  Map<String, Object> question(int pageSize) {
    var question = new LinkedHashMap<String, Object>();
    if (refunds) {
      question.put("begin_update_time", start.getEpochSecond());
      question.put("end_update_time", end().getEpochSecond());
    } else {
      question.put(
          "update_time_range",
          Map.of("start_time", start.getEpochSecond(), "end_time", end().getEpochSecond()));
      question.put("page_size", pageSize);
    }
    if (!key.isEmpty()) {
      question.put("next_key", key);
    }
    return question;
  }

  Page page(Fields answer, StoreShop shop) {
    var name = refunds ? "after_sale_order_id_list" : "order_id_list";
    List<Item> items = new ArrayList<>();
    for (var id : answer.node().path(name).values()) {
      var text = id.isIntegralNumber() ? id.bigIntegerValue().toString() : id.asString();
      items.add(
          new Item(
              refunds,
              text,
              StoreShop.SOURCE + ":" + text,
              refunds ? "channels_ec_aftersale_update" : "channels_ec_order_pay",
              end(),
              shop.notice(refunds, text, null, end())));
    }
    boolean more = answer.node().path("has_more").asBoolean(false);
    return new Page(items, more ? cursor(refunds, start, answer.text("next_key")) : onwards());
  }

  private @Nullable String onwards() {
    if (end().isBefore(until)) {
      return cursor(refunds, end(), "");
    }
    return refunds ? null : cursor(true, from, "");
  }

  private static String cursor(boolean refunds, Instant start, String key) {
    return (refunds ? "r|" : "o|") + start.getEpochSecond() + "|" + key;
  }
}
