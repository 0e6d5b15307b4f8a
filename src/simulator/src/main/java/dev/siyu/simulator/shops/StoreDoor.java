package dev.siyu.simulator.shops;

import static dev.siyu.simulator.shops.ShopSettings.STORE;

import dev.siyu.simulator.faults.Fault;
import dev.siyu.simulator.faults.Faults;
import dev.siyu.simulator.faults.Trouble;
import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.http.Pause;
import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.ShopFact;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** WeChat Store: {@code /cgi-bin/token} and {@code /channels/ec/...}. */
public final class StoreDoor {

  private static final int MOST_PER_PAGE = 100;

  /** The simulator's own number for "no such order"; WeChat's is not known to us. */
  private static final int UNKNOWN = 10020050;

  private final ShopWorld world;
  private final ShopSettings settings;
  private final ShopGate gate;

  public StoreDoor(
      ShopWorld world, ShopSettings settings, Journal journal, Faults faults, Pause pause) {
    this.world = world;
    this.settings = settings;
    this.gate =
        new ShopGate(
            journal,
            faults,
            pause,
            Fault.Target.WXSTORE,
            StoreDoor::refused,
            45009,
            settings.callsPerMinute());
  }

  public Answer token(Request request) {
    return gate.pass(request, "token", (body, keys, trouble, draft) -> issued(request, draft));
  }

  public Answer answer(Request request) {
    String kind = request.tail();
    return gate.pass(
        request,
        kind,
        (body, keys, trouble, draft) -> guarded(request, kind, body, keys, trouble, draft));
  }

  private Map<String, Object> issued(Request request, Draft draft) {
    if (!settings.storeAppId().equals(request.query("appid", ""))
        || !settings.storeSecret().equals(request.query("secret", ""))) {
      return refused(40125, "invalid appsecret");
    }
    ShopFact.TokenIssued token = world.liveToken(STORE, draft.at());
    if (token == null) {
      token =
          new ShopFact.TokenIssued(
              STORE, UUID.randomUUID().toString(), draft.at().plus(settings.tokenLifetime()));
      draft.record(token);
    }
    long left = Duration.between(draft.at(), token.expiresAt()).toSeconds();
    return Map.of("access_token", token.token(), "expires_in", left);
  }

  private Map<String, Object> guarded(
      Request request,
      String kind,
      JsonNode body,
      Map<String, String> keys,
      Trouble trouble,
      Draft draft) {
    Instant ends = world.tokenEnds(STORE, request.query("access_token", ""));
    if (ends == null) {
      return refused(40001, "invalid credential, access_token is invalid or not latest");
    }
    if (!ends.isAfter(draft.at())) {
      return refused(42001, "access_token expired");
    }
    boolean blind = trouble.has(Fault.Kind.EMPTY);
    return switch (kind) {
      case "order/get" -> order(note(body, keys, "order_id"), blind);
      case "aftersale/getaftersaleorder" ->
          afterSale(note(body, keys, "after_sale_order_id"), blind);
      case "order/list/get" -> orders(body);
      case "aftersale/getaftersalelist" -> afterSales(body);
      case "product/list/get" -> products(body);
      case "product/get" -> product(note(body, keys, "product_id"));
      default -> refused(404, "no such API: " + kind);
    };
  }

  /** Ids only, pages of at most 30. */
  private Map<String, Object> products(JsonNode body) {
    long size = Json.whole(body, "page_size", 10);
    if (size < 1 || size > 30) {
      return refused(40097, "invalid args");
    }
    List<String> ids =
        world.goods(STORE).stream()
            .filter(good -> Json.whole(body, "status", 5) != 5 || good.onSale())
            .map(ShopFact.GoodShown::productId)
            .distinct()
            .toList();
    return page("product_ids", ids, Json.textOrNull(body, "next_key"), (int) size);
  }

  private Map<String, Object> product(String id) {
    List<ShopFact.GoodShown> skus =
        world.goods(STORE).stream().filter(good -> good.productId().equals(id)).toList();
    return skus.isEmpty()
        ? refused(UNKNOWN, "product not exist")
        : ok(Map.of("product", StorePapers.product(skus)));
  }

  private static String note(JsonNode body, Map<String, String> keys, String name) {
    String value = Json.required(body, name);
    keys.put(name, value);
    return value;
  }

  private Map<String, Object> order(String id, boolean blind) {
    ShopWorld.Order order = world.order(STORE, id);
    return order == null || blind
        ? refused(UNKNOWN, "order not exist")
        : ok(Map.of("order", StorePapers.order(order, world)));
  }

  private Map<String, Object> afterSale(String id, boolean blind) {
    ShopFact.Refunded refund = world.refund(STORE, id);
    return refund == null || blind
        ? refused(UNKNOWN, "after sale order not exist")
        : ok(Map.of("after_sale_order", StorePapers.afterSale(refund)));
  }

  /** Ranges of at most 7 days, pages of at most 100. */
  private Map<String, Object> orders(JsonNode body) {
    JsonNode range = body.path("update_time_range");
    Instant from = Instant.ofEpochSecond(Json.whole(range, "start_time", -1));
    Instant until = Instant.ofEpochSecond(Json.whole(range, "end_time", -1));
    long size = Json.whole(body, "page_size", 10);
    if (size < 1 || size > MOST_PER_PAGE || tooLong(from, until, Duration.ofDays(7))) {
      return refused(40097, "invalid args");
    }
    List<Long> ids =
        world.changed(STORE, from, until).stream()
            .map(order -> Long.valueOf(order.paid().orderId()))
            .toList();
    return page("order_id_list", ids, Json.textOrNull(body, "next_key"), (int) size);
  }

  /** Ranges of at most 24 hours. */
  private Map<String, Object> afterSales(JsonNode body) {
    Instant from = Instant.ofEpochSecond(Json.whole(body, "begin_update_time", -1));
    Instant until = Instant.ofEpochSecond(Json.whole(body, "end_update_time", -1));
    if (tooLong(from, until, Duration.ofHours(24))) {
      return refused(40097, "invalid args");
    }
    List<String> ids =
        world.refunded(STORE, from, until).stream().map(ShopFact.Refunded::refundId).toList();
    return page("after_sale_order_id_list", ids, Json.textOrNull(body, "next_key"), 50);
  }

  private static boolean tooLong(Instant from, Instant until, Duration most) {
    return from.isAfter(until) || Duration.between(from, until).compareTo(most) > 0;
  }

  private static Map<String, Object> page(
      String name, List<?> ids, @Nullable String key, int size) {
    if (key != null && !key.matches("\\d{1,9}")) {
      throw new BadRequest("next_key: " + key + " (expected: as given)");
    }
    int from = key == null ? 0 : Integer.parseInt(key);
    int until = Math.min(ids.size(), from + size);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(name, ids.subList(Math.min(from, ids.size()), until));
    answer.put("has_more", until < ids.size());
    answer.put("next_key", String.valueOf(until));
    return ok(answer);
  }

  private static Map<String, Object> ok(Map<String, Object> content) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("errcode", 0);
    answer.put("errmsg", "ok");
    answer.putAll(content);
    return answer;
  }

  private static Map<String, Object> refused(int code, String message) {
    return Map.of("errcode", code, "errmsg", message);
  }
}
