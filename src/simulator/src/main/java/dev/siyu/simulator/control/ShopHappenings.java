package dev.siyu.simulator.control;

import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.ShopFact;
import dev.siyu.simulator.shops.ShopWorld;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;

/** What customers do in WeChat Store and Youzan. Each answers whether it was new. */
public final class ShopHappenings {

  private static final int MOST_LINES = 20;

  private final ShopWorld world;

  public ShopHappenings(ShopWorld world) {
    this.world = world;
  }

  /**
   * New once per orderId. {@code unionId} names the person; with {@code tellUnion} false the mall
   * does not know it. Optional: {@code openId, phone, channel, liveId, lines, lineCount, paidAt}.
   */
  boolean order(String shop, JsonNode told, Draft draft) {
    String natural = Json.required(told, "orderId");
    if (world.seen(shop, natural)) {
      return false;
    }
    String union = Json.required(told, "unionId");
    long amount = cents(told);
    draft.record(
        new ShopFact.OrderPaid(
            shop,
            orderId(shop, natural),
            natural,
            openId(shop, told, union),
            told.path("tellUnion").asBoolean(true) ? union : null,
            Json.textOrNull(told, "phone"),
            Json.textOrNull(told, "channel"),
            Json.textOrNull(told, "liveId"),
            amount,
            lines(told, amount),
            Json.instant(told, "paidAt", draft.at())));
    return true;
  }

  /** New once per order that is known. */
  boolean settle(String shop, JsonNode told, Draft draft) {
    String natural = Json.required(told, "orderId");
    if (!world.seen(shop, natural) || world.isSettled(shop, orderId(shop, natural))) {
      return false;
    }
    draft.record(new ShopFact.OrderSettled(shop, orderId(shop, natural), draft.at()));
    return true;
  }

  /** New once per refundId; the order may be unknown or absent (无原单退款). */
  boolean refund(String shop, JsonNode told, Draft draft) {
    String natural = Json.required(told, "refundId");
    if (world.seen(shop, "refund:" + natural)) {
      return false;
    }
    String union = Json.required(told, "unionId");
    String order = Json.textOrNull(told, "orderId");
    draft.record(
        new ShopFact.Refunded(
            shop,
            refundId(shop, natural),
            "refund:" + natural,
            order == null ? null : orderId(shop, order),
            openId(shop, told, union),
            told.path("tellUnion").asBoolean(true) ? union : null,
            cents(told),
            Json.instant(told, "refundedAt", draft.at())));
    return true;
  }

  private static String openId(String shop, JsonNode told, String union) {
    String given = Json.textOrNull(told, "openId");
    return given != null ? given : (shop.equals("wxstore") ? "o-" : "yz-") + union;
  }

  /** WeChat Store numbers its orders with 19 digits, Youzan with E and digits. */
  static String orderId(String shop, String natural) {
    if (!shop.equals("wxstore")) {
      return "E" + natural;
    }
    return natural.matches("[1-9]\\d{18}") ? natural : "3720" + fifteen(natural);
  }

  private static String refundId(String shop, String natural) {
    return shop.equals("wxstore") ? "2000" + fifteen(natural) : "R" + natural;
  }

  private static String fifteen(String natural) {
    if (natural.matches("\\d{1,15}")) {
      return "%015d".formatted(Long.parseLong(natural));
    }
    CRC32 crc = new CRC32();
    crc.update(natural.getBytes(StandardCharsets.UTF_8));
    return "9%014d".formatted(crc.getValue());
  }

  private static List<ShopFact.Line> lines(JsonNode told, long amount) {
    List<ShopFact.Line> lines = new ArrayList<>();
    for (JsonNode line : told.path("lines")) {
      lines.add(
          new ShopFact.Line(
              Json.required(line, "skuId"),
              Json.text(line, "title"),
              (int) Json.whole(line, "quantity", 1),
              Json.whole(line, "paidCents", 0)));
    }
    int count = (int) Math.clamp(Json.whole(told, "lineCount", 1), 1, MOST_LINES);
    for (int n = 1; lines.size() < count && told.path("lines").isEmpty(); n++) {
      long cents = amount / count + (n == 1 ? amount % count : 0);
      lines.add(new ShopFact.Line("sku-" + n, "商品 " + n, 1, cents));
    }
    return lines;
  }

  private static long cents(JsonNode told) {
    long amount = Json.whole(told, "amountCents", -1);
    if (amount < 0) {
      throw new BadRequest("amountCents: " + told.path("amountCents") + " (expected: >= 0)");
    }
    return amount;
  }
}
