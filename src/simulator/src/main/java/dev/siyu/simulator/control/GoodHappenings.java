package dev.siyu.simulator.control;

import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.ShopFact;
import tools.jackson.databind.JsonNode;

/** What merchants do in the backend of a mall: put a product there, change price or stock. */
final class GoodHappenings {

  /** {@code shop} is mall, wxstore or youzan; {@code code} is the merchant's own number. */
  boolean show(String shop, JsonNode told, Draft draft) {
    String code = Json.required(told, "code");
    long price = Json.whole(told, "priceCents", -1);
    long stock = Json.whole(told, "stock", -1);
    if (price < 0 || stock < 0) {
      throw new BadRequest("priceCents, stock: " + told + " (expected: >= 0)");
    }
    String product = Json.textOrNull(told, "productId");
    String title = Json.textOrNull(told, "title");
    draft.record(
        new ShopFact.GoodShown(
            shop,
            product == null ? "p-" + code : product,
            "s-" + code,
            code,
            title == null ? code : title,
            price,
            stock,
            told.path("onSale").asBoolean(true)));
    return true;
  }
}
