package dev.siyu.youzan;

import dev.siyu.calls.CallLog;
import dev.siyu.calls.CallResult;
import dev.siyu.calls.Connector;
import dev.siyu.mall.Breaker;
import dev.siyu.mall.Fields;
import dev.siyu.mall.MallGoods;
import dev.siyu.mall.MallListing;
import dev.siyu.mall.MallOrder;
import dev.siyu.mall.MallRefund;
import dev.siyu.mall.Shop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Youzan shop: trades by the batch interface, refunds by id, lists by time of change. */
final class YouzanShop implements Shop, MallListing, MallGoods, Connector {

  static final String SOURCE = "youzan";

  private final YouzanSettings settings;
  private final YouzanCalls calls;
  private final YouzanJson json;
  private final Breaker breaker;
  private final CallLog log;

  YouzanShop(YouzanSettings settings, Clock clock) {
    this.settings = settings;
    this.calls = new YouzanCalls(settings, clock);
    this.json = new YouzanJson(settings.zone());
    this.breaker = new Breaker(clock, settings.breakAfter(), settings.breakPause());
    this.log = new CallLog(clock);
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public String name() {
    return SOURCE;
  }

  @Override
  public Health health() {
    return log.health();
  }

  @Override
  public Breaker breaker() {
    return breaker;
  }

  @Override
  public Notice read(byte[] body) {
    return YouzanNotices.read(body);
  }

  @Override
  public Duration settling() {
    return settings.settling();
  }

  /** By the batch interface, as Youzan advises; it answers an empty list until it knows. */
  @Override
  public CallResult<Optional<MallOrder>> order(String orderId) {
    return asked(
        "youzan.trades.sold.get/4.0.4",
        Map.of("tid", orderId, "page_no", 1, "page_size", 1),
        data ->
            data.each("full_order_info_list").stream()
                .map(one -> json.order(one.in("full_order_info"), settings.kdtId()))
                .filter(order -> order.orderId().equals(orderId))
                .findFirst());
  }

  /** The refund names no buyer; its trade does. */
  @Override
  public CallResult<Optional<MallRefund>> refund(String refundId) {
    CallResult<Optional<Fields>> refund =
        asked(
            "youzan.trade.refund.get/3.0.1",
            Map.of("refund_id", refundId),
            data -> Optional.of(data).filter(found -> found.optional("refund_id") != null));
    return refund.then(
        found -> found.map(this::withTrade).orElse(new CallResult.Ok<>(Optional.empty())));
  }

  private CallResult<Optional<MallRefund>> withTrade(Fields refund) {
    var tid = refund.optional("tid");
    if (tid == null) {
      return new CallResult.Ok<>(Optional.of(json.refund(refund, null)));
    }
    return order(tid)
        .then(trade -> new CallResult.Ok<>(trade.map(one -> json.refund(refund, one))));
  }

  @Override
  public CallResult<Optional<String>> unionId(String openId) {
    return asked(
        "youzan.users.info.query/1.0.0",
        Map.of("yz_open_id", openId, "result_type_list", List.of(0, 1)),
        data ->
            data.each("user_list").stream()
                .map(user -> user.in("wechat_info").optional("union_id"))
                .filter(Objects::nonNull)
                .findFirst());
  }

  @Override
  public byte[] notice(boolean refund, String id, @Nullable String orderId, Instant at) {
    return refund ? YouzanNotices.refunded(id, orderId, at) : YouzanNotices.paid(id, at);
  }

  @Override
  public boolean isDown() {
    return breaker.isShut();
  }

  @Override
  public CallResult<MallListing.Page> happened(
      Instant from, Instant until, @Nullable String cursor) {
    var place = YouzanPlace.of(cursor, from, until, settings.pageSize());
    return asked(place.api(), place.question(json), data -> place.page(data, json, this));
  }

  /** Items on sale; Youzan counts the stock of an item over its variants. */
  @Override
  public CallResult<MallGoods.Page> goods(@Nullable String cursor) {
    int page = cursor == null ? 1 : Integer.parseInt(cursor);
    return asked(
        "youzan.items.onsale.get/3.0.0",
        Map.of("page_no", page, "page_size", settings.pageSize()),
        data -> {
          var items = data.each("items").stream().map(YouzanShop::good).toList();
          var next = items.size() < settings.pageSize() ? null : String.valueOf(page + 1);
          return new MallGoods.Page(items, next);
        });
  }

  private static Good good(Fields item) {
    return new Good(
        item.text("item_id"),
        item.text("item_id"),
        item.optional("item_no"),
        item.text("title"),
        item.cents("price"),
        item.whole("quantity", 0, Integer.MAX_VALUE),
        true);
  }

  private <T> CallResult<T> asked(
      String api, Object question, java.util.function.Function<Fields, T> read) {
    return log.noted(breaker.call(() -> calls.ask(api, question, read)));
  }
}
