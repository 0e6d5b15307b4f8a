package dev.siyu.simulator.mall;

import static dev.siyu.simulator.mall.MallDoor.full;

import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.http.Request;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lists orders and refunds for reconciliation; oldest first. */
final class OrderApi {

  private static final int MOST = 1000;

  private final MallWorld world;

  OrderApi(MallWorld world) {
    this.world = world;
  }

  Answer.Full list(Request request) {
    return page(request, world.orders(), Order::paidAt);
  }

  Answer.Full refunds(Request request) {
    return page(request, world.refunds(), Refund::refundedAt);
  }

  Answer.Full show(String orderId, Map<String, String> keys) {
    keys.put("orderId", orderId);
    Order order = world.order(orderId);
    return order == null ? full(404, Map.of("error", "not_found")) : full(200, order);
  }

  /** The cursor counts the items of the same {@code since} already given. */
  private static <T> Answer.Full page(
      Request request, Collection<T> all, Function<T, Instant> time) {
    Instant since = Json.instant(request.query("since", ""));
    String cursor = request.query("cursor", "");
    if (!cursor.matches("\\d{0,9}")) {
      throw new BadRequest("cursor: " + cursor + " (expected: as given in next)");
    }
    int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    List<T> items =
        all.stream()
            .filter(item -> !time.apply(item).isBefore(since))
            .skip(from)
            .limit(MOST + 1)
            .toList();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("items", items.subList(0, Math.min(MOST, items.size())));
    body.put("next", items.size() > MOST ? String.valueOf(from + MOST) : null);
    return full(200, body);
  }
}
