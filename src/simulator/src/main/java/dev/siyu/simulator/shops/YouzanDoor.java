package dev.siyu.simulator.shops;

import static dev.siyu.simulator.shops.ShopSettings.YOUZAN;

import dev.siyu.simulator.faults.Fault;
import dev.siyu.simulator.faults.Faults;
import dev.siyu.simulator.faults.Trouble;
import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.http.Pause;
import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.ShopFact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Youzan: {@code /auth/token} and {@code /api/<name>/<version>}. */
public final class YouzanDoor {

  private final ShopWorld world;
  private final ShopSettings settings;
  private final ShopGate gate;
  private final YouzanPapers papers;

  public YouzanDoor(
      ShopWorld world, ShopSettings settings, Journal journal, Faults faults, Pause pause) {
    this.world = world;
    this.settings = settings;
    this.papers = new YouzanPapers(settings.zone());
    this.gate =
        new ShopGate(
            journal,
            faults,
            pause,
            Fault.Target.YOUZAN,
            YouzanDoor::refused,
            4204,
            settings.callsPerMinute());
  }

  public Answer token(Request request) {
    return gate.pass(request, "token", (body, keys, trouble, draft) -> issued(body, draft));
  }

  public Answer answer(Request request) {
    String kind = request.tail().split("/", 2)[0];
    return gate.pass(
        request,
        kind,
        (body, keys, trouble, draft) -> guarded(request, kind, body, keys, trouble, draft));
  }

  private Map<String, Object> issued(JsonNode body, Draft draft) {
    if (!settings.youzanClientId().equals(Json.text(body, "client_id"))
        || !settings.youzanClientSecret().equals(Json.text(body, "client_secret"))
        || !settings.youzanKdtId().equals(Json.text(body, "grant_id"))) {
      return Map.of("success", false, "code", 40003, "message", "client_id or secret is wrong");
    }
    ShopFact.TokenIssued token = world.liveToken(YOUZAN, draft.at());
    if (token == null) {
      token =
          new ShopFact.TokenIssued(
              YOUZAN, UUID.randomUUID().toString(), draft.at().plus(settings.tokenLifetime()));
      draft.record(token);
    }
    return ok(
        Map.of(
            "access_token", token.token(),
            "expires", token.expiresAt().toEpochMilli(),
            "scope", "trade",
            "authority_id", settings.youzanKdtId()));
  }

  private Map<String, Object> guarded(
      Request request,
      String kind,
      JsonNode body,
      Map<String, String> keys,
      Trouble trouble,
      Draft draft) {
    Instant ends = world.tokenEnds(YOUZAN, request.query("access_token", ""));
    if (ends == null || !ends.isAfter(draft.at())) {
      return Map.of(
          "gw_err_resp",
          Map.of("err_code", ends == null ? 4203 : 4202, "err_msg", "token is invalid"));
    }
    boolean blind = trouble.has(Fault.Kind.EMPTY);
    return switch (kind) {
      case "youzan.trades.sold.get" -> trades(body, keys, blind);
      case "youzan.trade.refund.get" -> refund(Json.required(body, "refund_id"), keys, blind);
      case "youzan.trade.refund.search" -> refunds(body);
      case "youzan.items.onsale.get" -> items(body);
      case "youzan.users.info.query" -> user(Json.required(body, "yz_open_id"), keys);
      default -> refused(40010, "no such API: " + kind);
    };
  }

  private Map<String, Object> trades(JsonNode body, Map<String, String> keys, boolean blind) {
    String tid = Json.textOrNull(body, "tid");
    List<ShopWorld.Order> found;
    if (tid == null) {
      found =
          world.changed(
              YOUZAN,
              papers.instant(Json.required(body, "start_update")),
              papers.instant(Json.required(body, "end_update")));
    } else {
      keys.put("tid", tid);
      ShopWorld.Order order = world.order(YOUZAN, tid);
      found = order == null || blind ? List.of() : List.of(order);
    }
    List<Map<String, Object>> page =
        page(found, body).stream()
            .map(order -> Map.<String, Object>of("full_order_info", papers.trade(order)))
            .toList();
    return ok(Map.of("full_order_info_list", page, "total_results", found.size()));
  }

  private Map<String, Object> refund(String id, Map<String, String> keys, boolean blind) {
    keys.put("refund_id", id);
    ShopFact.Refunded refund = world.refund(YOUZAN, id);
    return refund == null || blind ? refused(103011024, "退款记录不存在") : ok(papers.refund(refund));
  }

  private Map<String, Object> refunds(JsonNode body) {
    List<ShopFact.Refunded> found =
        world.refunded(
            YOUZAN,
            Instant.ofEpochSecond(Json.whole(body, "update_time_start", 0)),
            Instant.ofEpochSecond(Json.whole(body, "update_time_end", 0)));
    return ok(
        Map.of(
            "total",
            found.size(),
            "refunds",
            page(found, body).stream().map(papers::refund).toList()));
  }

  /** Items on sale, a page at a time; {@code quantity} is the stock of all variants. */
  private Map<String, Object> items(JsonNode body) {
    List<ShopFact.GoodShown> found =
        world.goods(YOUZAN).stream().filter(ShopFact.GoodShown::onSale).toList();
    return ok(
        Map.of(
            "count", found.size(), "items", page(found, body).stream().map(papers::item).toList()));
  }

  private Map<String, Object> user(String openId, Map<String, String> keys) {
    keys.put("yz_open_id", openId);
    String union = world.unionOf(openId);
    Map<String, @Nullable Object> wechat = new LinkedHashMap<>();
    wechat.put("union_id", union);
    return ok(
        Map.of(
            "user_list",
            List.of(
                Map.of("primitive_info", Map.of("yz_open_id", openId), "wechat_info", wechat))));
  }

  private static <T> List<T> page(List<T> all, JsonNode body) {
    int size = (int) Math.min(100, Json.whole(body, "page_size", 20));
    int from = (int) Math.min(all.size(), (Json.whole(body, "page_no", 1) - 1) * size);
    return all.subList(from, Math.min(all.size(), from + size));
  }

  private static Map<String, Object> ok(Object data) {
    return Map.of("success", true, "code", 200, "message", "successful", "data", data);
  }

  private static Map<String, Object> refused(int code, String message) {
    return Map.of("success", false, "code", code, "message", message);
  }
}
