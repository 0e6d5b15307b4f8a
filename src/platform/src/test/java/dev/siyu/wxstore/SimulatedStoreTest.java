package dev.siyu.wxstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.SimulatedMalls;
import dev.siyu.calls.CallResult;
import dev.siyu.mall.MallGoods;
import dev.siyu.mall.MallListing;
import dev.siyu.mall.MallOrder;
import dev.siyu.mall.MallRefund;
import dev.siyu.mall.Shop.Notice;
import dev.siyu.wxstore.StoreCallbacks.Opened;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our store connector and its door against the simulator, over real HTTP. */
class SimulatedStoreTest {

  private static final String ORDER = "3720123456789012345";

  static StoreSettings settings(URI url, String secret) {
    return new StoreSettings(
        true,
        url,
        "wxsamplestore00001",
        secret,
        "sampleStoreToken",
        "sampleStoreKey0123456789abcdefghijklmnopqrs",
        Duration.ofSeconds(2),
        Duration.ofMillis(800),
        16,
        3,
        Duration.ofSeconds(10),
        Duration.ZERO,
        2,
        Duration.ofDays(7),
        Duration.ofHours(24));
  }

  private static StoreShop shop(SimulatedMalls malls) {
    return new StoreShop(settings(malls.url(), "sample-store-secret"), Clock.systemUTC());
  }

  private static Opened opened(SimulatedMalls malls) throws InterruptedException {
    var push = malls.pushes.poll(10, TimeUnit.SECONDS);
    assertThat(push).isNotNull();
    return open(malls, push, push.body(), null);
  }

  private static Opened open(
      SimulatedMalls malls, SimulatedMalls.Push push, byte[] body, @Nullable String signature) {
    Map<String, String> query =
        Arrays.stream(push.query().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return new StoreEnvelope(settings(malls.url(), "s"), Clock.systemUTC())
        .open(
            signature == null ? query.get("msg_signature") : signature,
            query.get("timestamp"),
            query.get("nonce"),
            body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml"})
  void shouldFollowAnOrderFromItsPushToItsSettlement(String format, @TempDir Path data)
      throws Exception {
    try (var malls = new SimulatedMalls(data, "--wxstore-format=" + format)) {
      var shop = shop(malls);
      // when
      malls.tell(
          "wxstore/orders",
          """
          {"orderId":"%s","unionId":"u-1","amountCents":12345,"channel":"li.na","liveId":"live-7",
           "phone":"13800138000","lines":[{"skuId":"s-1","title":"口红","quantity":2,"paidCents":12345}]}
          """
              .formatted(ORDER));
      var pushed = (Opened.Authentic) opened(malls);
      var notice = shop.read(pushed.plain());
      var order = found(shop.order(ORDER));
      // then
      assertThat(pushed.orderId()).as("19 digits, none lost").isEqualTo(ORDER);
      assertThat(new String(pushed.plain(), StandardCharsets.UTF_8)).doesNotContain("\"" + ORDER);
      assertThat(notice).isEqualTo(new Notice.OrderChanged(ORDER, true));
      assertThat(order.orderId()).isEqualTo(ORDER);
      assertThat(order.amountCents()).isEqualTo(12345);
      assertThat(order.buyer().unionId()).isEqualTo("u-1");
      assertThat(order.evidence().channel()).isEqualTo("wecom:li.na");
      assertThat(order.evidence().liveId()).isEqualTo("live-7");
      assertThat(order.lines())
          .containsExactly(
              new MallOrder.Line(
                  "s-1", order.lines().getFirst().productId(), "口红", 2, 12345, 0, 0));
      assertThat(order.settledAt()).isNull();
      // and when
      malls.tell("wxstore/settlements", "{\"orderId\":\"" + ORDER + "\"}");
      assertThat(shop.read(((Opened.Authentic) opened(malls)).plain()))
          .isEqualTo(new Notice.OrderChanged(ORDER, false));
      assertThat(found(shop.order(ORDER)).settledAt()).isNotNull();
      assertThat(found(shop.order(ORDER)).commissionCents()).isEqualTo(123);
      // and when
      malls.tell(
          "wxstore/refunds",
          "{\"refundId\":\"7\",\"orderId\":\""
              + ORDER
              + "\",\"unionId\":\"u-1\",\"amountCents\":45}");
      var back = (Notice.RefundChanged) shop.read(((Opened.Authentic) opened(malls)).plain());
      var refund = ((CallResult.Ok<Optional<MallRefund>>) shop.refund(back.refundId())).value();
      assertThat(refund.orElseThrow().amountCents()).isEqualTo(45);
      assertThat(refund.orElseThrow().orderId()).isEqualTo(ORDER);
    }
  }

  private static MallOrder found(CallResult<Optional<MallOrder>> answer) {
    return ((CallResult.Ok<Optional<MallOrder>>) answer).value().orElseThrow();
  }

  @Test
  void shouldRefuseWhatIsNotProvablyTheStores(@TempDir Path data) throws Exception {
    try (var malls = new SimulatedMalls(data)) {
      malls.tell("wxstore/orders", "{\"orderId\":\"1\",\"unionId\":\"u-1\",\"amountCents\":1}");
      var push = malls.pushes.poll(10, TimeUnit.SECONDS);
      // then
      assertThat(open(malls, push, push.body(), null)).isInstanceOf(Opened.Authentic.class);
      assertThat(open(malls, push, push.body(), "0".repeat(40))).isInstanceOf(Opened.Refused.class);
      var text = new String(push.body(), StandardCharsets.UTF_8);
      int inside = text.indexOf("Encrypt") + 30;
      var bent = push.body().clone();
      bent[inside] = (byte) (bent[inside] == 'A' ? 'B' : 'A');
      assertThat(open(malls, push, bent, null)).isInstanceOf(Opened.Refused.class);
      assertThat(open(malls, push, new byte[0], null)).isInstanceOf(Opened.Refused.class);
      assertThat(open(malls, push, "{\"Encrypt\":1}".getBytes(StandardCharsets.UTF_8), null))
          .isInstanceOf(Opened.Refused.class);
      var late =
          new StoreEnvelope(
              settings(malls.url(), "s"), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6)));
      var query = push.query().split("&");
      assertThat(
              late.open(
                  query[1].substring("msg_signature=".length()),
                  query[2].substring("timestamp=".length()),
                  query[3].substring("nonce=".length()),
                  push.body()))
          .as("replayed six minutes later")
          .isInstanceOf(Opened.Refused.class);
    }
  }

  @Test
  void shouldListEverythingInWindowsAndPages(@TempDir Path data) throws Exception {
    try (var malls = new SimulatedMalls(data)) {
      // given five orders and three refunds, two per page
      for (int i = 1; i <= 5; i++) {
        malls.tell(
            "wxstore/orders",
            "{\"orderId\":\"" + i + "\",\"unionId\":\"u-" + i + "\",\"amountCents\":100}");
      }
      for (int i = 1; i <= 3; i++) {
        malls.tell(
            "wxstore/refunds",
            "{\"refundId\":\"" + i + "\",\"unionId\":\"u-" + i + "\",\"amountCents\":10}");
      }
      var shop = shop(malls);
      var now = Clock.systemUTC().instant();
      // when
      List<MallListing.Item> items = new ArrayList<>();
      String cursor = null;
      do {
        var answer = shop.happened(now.minus(Duration.ofDays(20)), now.plusSeconds(5), cursor);
        var page = ((CallResult.Ok<MallListing.Page>) answer).value();
        items.addAll(page.items());
        cursor = page.next();
      } while (cursor != null);
      // then
      assertThat(items.stream().filter(item -> !item.refund()).map(MallListing.Item::id))
          .hasSize(5)
          .allMatch(id -> id.length() == 19)
          .doesNotHaveDuplicates();
      assertThat(items.stream().filter(MallListing.Item::refund)).hasSize(3);
      assertThat(shop.read(items.getFirst().body())).isInstanceOf(Notice.OrderChanged.class);
    }
  }

  @Test
  void shouldFetchOneNewTokenWhenTheOldOneEnded(@TempDir Path data) throws Exception {
    try (var malls = new SimulatedMalls(data, "--shop-token-lifetime=PT0.3S")) {
      malls.tell("wxstore/orders", "{\"orderId\":\"1\",\"unionId\":\"u-1\",\"amountCents\":100}");
      var shop = shop(malls);
      found(shop.order("3720000000000000001"));
      // when
      org.awaitility.Awaitility.await().pollDelay(Duration.ofMillis(400)).until(() -> true);
      // then
      assertThat(found(shop.order("3720000000000000001")).amountCents()).isEqualTo(100);
    }
  }

  @Test
  void shouldLeaveTheStoreAloneWhenItIsDown(@TempDir Path data) throws IOException {
    try (var malls = new SimulatedMalls(data)) {
      malls.tell("wxstore/orders", "{\"orderId\":\"1\",\"unionId\":\"u-1\",\"amountCents\":100}");
      malls.tell(
          "faults",
          "{\"faults\":[{\"target\":\"wxstore\",\"endpoint\":\"*\",\"kind\":\"status\"}]}");
      var shop = shop(malls);
      // when
      for (int i = 0; i < 4; i++) {
        assertThat(shop.order(ORDER)).isInstanceOf(CallResult.Retryable.class);
      }
      // then
      var left = (CallResult.Retryable<Optional<MallOrder>>) shop.order(ORDER);
      assertThat(left.code()).isEqualTo("SIYU-3166");
      assertThat(shop.breaker().isShut()).isTrue();
      assertThat(shop.health().state()).isEqualTo(dev.siyu.calls.Connector.State.FAILING);
    }
  }

  @Test
  void shouldSayThatAnOrderIsNotThereYet(@TempDir Path data) throws IOException {
    try (var malls = new SimulatedMalls(data)) {
      assertThat(shop(malls).order(ORDER)).isInstanceOf(CallResult.Declined.class);
      assertThat(new StoreShop(settings(malls.url(), "wrong"), Clock.systemUTC()).order(ORDER))
          .isInstanceOf(CallResult.Declined.class);
    }
  }

  @Test
  void shouldReadTheProductsOnSaleWithTheirVariants(@TempDir Path data) throws Exception {
    try (var malls = new SimulatedMalls(data)) {
      // given 31 products, one with two variants, one taken off
      for (int n = 0; n < 31; n++) {
        malls.tell(
            "wxstore/goods", "{\"code\":\"c%d\",\"priceCents\":295,\"stock\":3}".formatted(n));
      }
      malls.tell(
          "wxstore/goods",
          "{\"code\":\"c0-xl\",\"productId\":\"p-c0\",\"priceCents\":395,\"stock\":1}");
      malls.tell(
          "wxstore/goods", "{\"code\":\"c1\",\"priceCents\":1,\"stock\":0,\"onSale\":false}");
      var shop = shop(malls);
      // when
      var page = ((CallResult.Ok<MallGoods.Page>) shop.goods(null)).value();
      var next = ((CallResult.Ok<MallGoods.Page>) shop.goods(page.next())).value();
      // then
      assertThat(page.goods()).hasSize(31).extracting(MallGoods.Good::code).contains("c0", "c0-xl");
      assertThat(page.goods()).extracting(MallGoods.Good::code).doesNotContain("c1");
      assertThat(next).isEqualTo(new MallGoods.Page(List.of(), null));
    }
  }
}
