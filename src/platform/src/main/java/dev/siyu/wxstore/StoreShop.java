package dev.siyu.wxstore;

import dev.siyu.calls.CallLog;
import dev.siyu.calls.CallResult;
import dev.siyu.calls.Connector;
import dev.siyu.mall.Breaker;
import dev.siyu.mall.Fields;
import dev.siyu.mall.MalformedMallEvent;
import dev.siyu.mall.MallGoods;
import dev.siyu.mall.MallListing;
import dev.siyu.mall.MallOrder;
import dev.siyu.mall.MallRefund;
import dev.siyu.mall.Shop;
import dev.siyu.wechat.CallBroken;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import me.chanjar.weixin.common.error.WxErrorException;
import org.jspecify.annotations.Nullable;

/** A WeChat Store: orders and after-sales by id, lists by time of change. */
final class StoreShop implements Shop, MallListing, MallGoods, Connector {

  static final String SOURCE = "wxstore";
  private static final String API = "https://api.weixin.qq.com/channels/ec/";
  private static final int ON_SALE = 5;
  private static final int PRODUCTS = 30;
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration FREQUENCY_PAUSE = Duration.ofMinutes(1);
  private static final Set<Integer> TOO_OFTEN = Set.of(45009, 45011);
  private static final Set<Integer> AGAIN = Set.of(-1, 40001, 40014, 42001);

  private final StoreSettings settings;
  private final StoreConnection connection;
  private final StoreNotices notices;
  private final Breaker breaker;
  private final CallLog log;

  StoreShop(StoreSettings settings, Clock clock) {
    this.settings = settings;
    this.connection = new StoreConnection(settings, clock);
    this.notices = new StoreNotices(clock);
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
    return notices.read(body);
  }

  @Override
  public Duration settling() {
    return settings.settling();
  }

  @Override
  public CallResult<Optional<MallOrder>> order(String orderId) {
    return asked(
        "order/get",
        Map.of("order_id", orderId),
        answer ->
            Optional.of(answer.in("order"))
                .filter(order -> order.node().isObject())
                .map(order -> StoreJson.order(order, settings.appId())));
  }

  @Override
  public CallResult<Optional<MallRefund>> refund(String refundId) {
    return asked(
        "aftersale/getaftersaleorder",
        Map.of("after_sale_order_id", refundId),
        answer ->
            Optional.of(answer.in("after_sale_order"))
                .filter(sale -> sale.node().isObject())
                .map(StoreJson::refund));
  }

  /** The store tells the union id with the order, or not at all. */
  @Override
  public CallResult<Optional<String>> unionId(String openId) {
    return new CallResult.Ok<>(Optional.empty());
  }

  @Override
  public byte[] notice(boolean refund, String id, @Nullable String orderId, Instant at) {
    return refund ? StoreNotices.afterSale(id, orderId, at) : StoreNotices.pay(id, at);
  }

  @Override
  public boolean isDown() {
    return breaker.isShut();
  }

  /** The list tells ids only. Who does not answer is asked by the inbox. */
  @Override
  public boolean counts(Item item) {
    if (item.refund()) {
      return !(refund(item.id()) instanceof CallResult.Ok<Optional<MallRefund>> ok)
          || ok.value().filter(one -> one.refundedAt() == null).isEmpty();
    }
    return !(order(item.id()) instanceof CallResult.Ok<Optional<MallOrder>> ok)
        || ok.value().filter(one -> one.paidAt() == null).isEmpty();
  }

  @Override
  public CallResult<MallListing.Page> happened(
      Instant from, Instant until, @Nullable String cursor) {
    var at = StorePlace.of(cursor, from, until, settings);
    return asked(at.api(), at.question(settings.pageSize()), answer -> at.page(answer, this));
  }

  /** The list tells ids only (at most 30 a page); each product is asked for. */
  @Override
  public CallResult<MallGoods.Page> goods(@Nullable String cursor) {
    Map<String, Object> question =
        cursor == null
            ? Map.of("status", ON_SALE, "page_size", PRODUCTS)
            : Map.of("status", ON_SALE, "page_size", PRODUCTS, "next_key", cursor);
    CallResult<ProductIds> listed = asked("product/list/get", question, ProductIds::read);
    return listed.then(
        ids -> {
          CallResult<List<Good>> all = new CallResult.Ok<>(List.of());
          for (var id : ids.ids()) {
            all = all.then(before -> variants(id).then(more -> joined(before, more)));
          }
          return all.then(goods -> new CallResult.Ok<>(new MallGoods.Page(goods, ids.next())));
        });
  }

  private static CallResult<List<Good>> joined(List<Good> before, List<Good> more) {
    return new CallResult.Ok<>(Stream.concat(before.stream(), more.stream()).toList());
  }

  private CallResult<List<Good>> variants(String productId) {
    return asked(
        "product/get",
        Map.of("product_id", productId, "data_type", 1),
        answer -> {
          var product = answer.in("product");
          boolean onSale = product.node().path("status").asInt(0) == ON_SALE;
          return product.each("skus").stream()
              .map(
                  sku ->
                      new Good(
                          productId,
                          sku.text("sku_id"),
                          sku.optional("sku_code"),
                          product.text("title"),
                          sku.cents("sale_price"),
                          sku.whole("stock_num", 0, Integer.MAX_VALUE),
                          onSale))
              .toList();
        });
  }

  /** Fewer than a page end the list. */
  private record ProductIds(List<String> ids, @Nullable String next) {

    static ProductIds read(Fields answer) {
      var ids = answer.node().path("product_ids").valueStream().map(id -> id.asString("")).toList();
      return new ProductIds(ids, ids.size() < PRODUCTS ? null : answer.optional("next_key"));
    }
  }

  private <T> CallResult<T> asked(String api, Object question, Function<Fields, T> read) {
    var json = new String(Fields.write(question), StandardCharsets.UTF_8);
    return log.noted(breaker.call(() -> once(api, json, read)));
  }

  private <T> CallResult<T> once(String api, String json, Function<Fields, T> read) {
    try {
      var answer = connection.post(API + api, json);
      return new CallResult.Ok<>(
          read.apply(Fields.of(answer.getBytes(StandardCharsets.UTF_8), SOURCE)));
    } catch (WxErrorException e) {
      int code = e.getError().getErrorCode();
      var name = Integer.toString(code);
      var reason = String.valueOf(e.getError().getErrorMsg());
      if (TOO_OFTEN.contains(code)) {
        return new CallResult.Retryable<>(name, reason, FREQUENCY_PAUSE);
      }
      return AGAIN.contains(code)
          ? new CallResult.Retryable<>(name, reason, SOON)
          : new CallResult.Declined<>(name, reason);
    } catch (CallBroken e) {
      return new CallResult.Retryable<>("SIYU-3301", String.valueOf(e.getMessage()), SOON);
    } catch (MalformedMallEvent e) {
      return new CallResult.Broken<>("SIYU-3167", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // An answer that WxJava cannot read, e.g. a proxy's page with status 200.
      return new CallResult.Retryable<>("SIYU-3303", e.toString(), SOON);
    }
  }
}
