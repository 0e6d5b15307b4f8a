package dev.siyu.mall;

import dev.siyu.mall.MallListing.Item;
import dev.siyu.mall.MallListing.Page;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where we are in the generic mall's two lists; they carry everything a webhook would. */
record ListedPlace(boolean refunds, String cursor) {

  /** A cursor reads {@code o<the mall's cursor>} or {@code r<...>}. */
  static ListedPlace of(@Nullable String cursor) {
    var at = cursor == null ? "o" : cursor;
    return new ListedPlace(at.startsWith("r"), at.substring(1));
  }

  String what() {
    return refunds ? "refunds" : "orders";
  }

  Page page(Fields answer, Instant until) {
    List<Item> items = new ArrayList<>();
    for (var one : answer.each("items")) {
      var at = time(one.text(refunds ? "refundedAt" : "paidAt"));
      if (at.isBefore(until)) {
        items.add(item(one, at));
      }
    }
    var next = answer.optional("next");
    return new Page(items, next != null ? what().charAt(0) + next : refunds ? null : "r");
  }

  private Item item(Fields one, Instant at) {
    var id = one.text(refunds ? "refundId" : "orderId");
    var type = refunds ? "order.refunded" : "order.paid";
    var body = Fields.write(Map.of("type", type, "data", one.node()));
    return new Item(refunds, id, one.text("unionId"), type, at, body);
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new MalformedMallEvent("time: " + text + " (expected: ISO-8601 in UTC)");
    }
  }
}
