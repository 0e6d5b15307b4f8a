package dev.siyu.simulator.mall;

import static dev.siyu.simulator.mall.MallDoor.full;

import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.ShopFact;
import dev.siyu.simulator.shops.ShopWorld;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists what the generic mall sells, with price and stock of this moment. */
final class ProductApi {

  private static final int MOST = 100;

  private final ShopWorld world;

  ProductApi(ShopWorld world) {
    this.world = world;
  }

  Answer.Full list(Request request) {
    String cursor = request.query("cursor", "");
    if (!cursor.matches("\\d{0,9}")) {
      throw new BadRequest("cursor: " + cursor + " (expected: as given in next)");
    }
    int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    List<ShopFact.GoodShown> all = world.goods("mall");
    int until = Math.min(all.size(), from + MOST);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put(
        "items",
        all.subList(Math.min(from, until), until).stream().map(ProductApi::shown).toList());
    body.put("next", until < all.size() ? String.valueOf(until) : null);
    return full(200, body);
  }

  private static Map<String, Object> shown(ShopFact.GoodShown good) {
    return Map.of(
        "productId", good.productId(),
        "skuId", good.skuId(),
        "code", good.code(),
        "title", good.title(),
        "priceCents", good.priceCents(),
        "stock", good.stock(),
        "onSale", good.onSale());
  }
}
