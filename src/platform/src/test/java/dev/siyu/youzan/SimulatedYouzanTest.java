package dev.siyu.youzan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.SimulatedMalls;
import dev.siyu.calls.CallResult;
import dev.siyu.mall.MallGoods;
import dev.siyu.mall.MallListing;
import dev.siyu.mall.MallOrder;
import dev.siyu.mall.MallRefund;
import dev.siyu.mall.Shop.Notice;
import dev.siyu.youzan.YouzanPushes.Opened;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our Youzan connector and its door against the simulator, over real HTTP. */
class SimulatedYouzanTest {

  private static YouzanSettings settings(URI url, boolean bodySignSuffices) {
    return new YouzanSettings(
        true,
        url,
        "sampleyouzanclient",
        "sample-youzan-secret",
        "10010001",
        ZoneId.of("Asia/Shanghai"),
        bodySignSuffices,
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        Duration.ofMillis(800),
        3,
        Duration.ofSeconds(10),
        2);
  }

  private static SignedPushes door(SimulatedMalls malls, boolean bodySignSuffices) {
    return new SignedPushes(settings(malls.url(), bodySignSuffices), Clock.systemUTC());
  }

  private static SimulatedMalls.Push push(SimulatedMalls malls) throws InterruptedException {
    var push = malls.pushes.poll(10, TimeUnit.SECONDS);
    assertThat(push).isNotNull();
    return push;
  }

  private static String sign(SimulatedMalls.Push push) {
    return Objects.requireNonNull(push.headers().get("Event-sign")).getFirst();
  }

  @Test
  void shouldFollowATradeFromItsPushToItsRefund(@TempDir Path data) throws Exception {
    try (var malls = new SimulatedMalls(data)) {
      var shop = new YouzanShop(settings(malls.url(), true), Clock.systemUTC());
      // when
      malls.tell(
          "youzan/orders",
          "{\"orderId\":\"100\",\"unionId\":\"u-1\",\"amountCents\":12345,\"lineCount\":2}");
      var push = push(malls);
      var opened = (Opened.Authentic) door(malls, false).open(sign(push), push.body());
      var order = found(shop.order("E100"));
      // then
      assertThat(opened.tid()).isEqualTo("E100");
      assertThat(shop.read(opened.body())).isEqualTo(new Notice.OrderChanged("E100", true));
      assertThat(order.amountCents()).isEqualTo(12345);
      assertThat(order.lines().stream().mapToLong(MallOrder.Line::paidCents).sum())
          .isEqualTo(12345);
      assertThat(order.buyer().openId()).isEqualTo("yz-u-1");
      assertThat(order.buyer().unionId()).as("told by another interface").isNull();
      assertThat(shop.unionId("yz-u-1")).isEqualTo(new CallResult.Ok<>(Optional.of("u-1")));
      // and when
      malls.tell(
          "youzan/refunds",
          "{\"refundId\":\"7\",\"orderId\":\"100\",\"unionId\":\"u-1\",\"amountCents\":45}");
      var back = push(malls);
      var notice =
          (Notice.RefundChanged)
              shop.read(
                  ((Opened.Authentic) door(malls, true).open(sign(back), back.body())).body());
      var refund = ((CallResult.Ok<Optional<MallRefund>>) shop.refund(notice.refundId())).value();
      assertThat(refund.orElseThrow().amountCents()).isEqualTo(45);
      assertThat(refund.orElseThrow().orderId()).isEqualTo("E100");
      assertThat(refund.orElseThrow().buyer().openId()).isEqualTo("yz-u-1");
    }
  }

  private static MallOrder found(CallResult<Optional<MallOrder>> answer) {
    return ((CallResult.Ok<Optional<MallOrder>>) answer).value().orElseThrow();
  }

  @Test
  void shouldRefuseBadSigns(@TempDir Path data) throws Exception {
    try (var malls = new SimulatedMalls(data)) {
      malls.tell("youzan/orders", "{\"orderId\":\"1\",\"unionId\":\"u-1\",\"amountCents\":1}");
      var push = push(malls);
      var text = new String(push.body(), StandardCharsets.UTF_8);
      // then
      assertThat(door(malls, true).open(null, push.body()))
          .as("the sign in the body covers msg")
          .isInstanceOf(Opened.Authentic.class);
      assertThat(door(malls, false).open(null, push.body()))
          .as("Event-Sign wanted")
          .isInstanceOf(Opened.Refused.class);
      assertThat(door(malls, true).open("0".repeat(32), push.body()))
          .isInstanceOf(Opened.Refused.class);
      assertThat(refused(malls, text.replace("%22E1%22", "%22E2%22"))).isTrue();
      assertThat(refused(malls, "[]")).isTrue();
      assertThat(refused(malls, "{\"msg\":null}")).isTrue();
      assertThat(refused(malls, "x")).isTrue();
      assertThat(refused(malls, text.replace("10010001", "10010002"))).as("another shop").isTrue();
    }
  }

  private static boolean refused(SimulatedMalls malls, String body) {
    return door(malls, true).open(null, body.getBytes(StandardCharsets.UTF_8))
        instanceof Opened.Refused;
  }

  @Test
  void shouldBeTheSameWhenPushedAgain(@TempDir Path data) throws Exception {
    try (var malls = new SimulatedMalls(data)) {
      // given a door that fails first
      malls.status = 503;
      malls.tell("youzan/orders", "{\"orderId\":\"1\",\"unionId\":\"u-1\",\"amountCents\":1}");
      var first = push(malls);
      var second = push(malls);
      malls.status = 200;
      // then
      assertThat(second.body()).as("sendCount differs").isNotEqualTo(first.body());
      var one = (Opened.Authentic) door(malls, true).open(sign(first), first.body());
      var two = (Opened.Authentic) door(malls, true).open(sign(second), second.body());
      var bare = new String(two.body(), StandardCharsets.UTF_8);
      assertThat(bare).doesNotContain("sendCount");
      assertThat(bare).isEqualTo(new String(one.body(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void shouldAnswerNothingWhileTheBatchInterfaceIsBlind(@TempDir Path data) throws Exception {
    try (var malls = new SimulatedMalls(data)) {
      malls.tell("youzan/orders", "{\"orderId\":\"1\",\"unionId\":\"u-1\",\"amountCents\":1}");
      malls.tell(
          "faults",
          "{\"faults\":[{\"target\":\"youzan\",\"endpoint\":\"youzan.trades.sold.get\",\"kind\":\"empty\",\"times\":1}]}");
      var shop = new YouzanShop(settings(malls.url(), true), Clock.systemUTC());
      // then
      assertThat(shop.order("E1")).isEqualTo(new CallResult.Ok<>(Optional.empty()));
      assertThat(found(shop.order("E1")).amountCents()).isEqualTo(1);
    }
  }

  @Test
  void shouldListEverythingPageByPage(@TempDir Path data) throws Exception {
    try (var malls = new SimulatedMalls(data)) {
      for (int i = 1; i <= 5; i++) {
        malls.tell(
            "youzan/orders",
            "{\"orderId\":\"" + i + "\",\"unionId\":\"u-" + i + "\",\"amountCents\":100}");
      }
      malls.tell("youzan/refunds", "{\"refundId\":\"1\",\"unionId\":\"u-1\",\"amountCents\":10}");
      var clock = Clock.systemUTC();
      var shop = new YouzanShop(settings(malls.url(), true), clock);
      var now = clock.instant();
      // when
      List<MallListing.Item> items = new ArrayList<>();
      String cursor = null;
      do {
        var answer = shop.happened(now.minus(Duration.ofDays(2)), now.plusSeconds(5), cursor);
        var page = ((CallResult.Ok<MallListing.Page>) answer).value();
        items.addAll(page.items());
        cursor = page.next();
      } while (cursor != null);
      // then
      assertThat(items).hasSize(6);
      assertThat(items.stream().filter(MallListing.Item::refund)).hasSize(1);
    }
  }

  @Test
  void shouldReadTheItemsOnSalePageByPage(@TempDir Path data) throws Exception {
    try (var malls = new SimulatedMalls(data)) {
      // given pages of two
      for (var code : List.of("a", "b", "c")) {
        malls.tell(
            "youzan/goods", "{\"code\":\"%s\",\"priceCents\":1275,\"stock\":9}".formatted(code));
      }
      malls.tell("youzan/goods", "{\"code\":\"b\",\"priceCents\":5,\"stock\":1,\"onSale\":false}");
      var shop = new YouzanShop(settings(malls.url(), true), Clock.systemUTC());
      // when
      var first = ((CallResult.Ok<MallGoods.Page>) shop.goods(null)).value();
      var second = ((CallResult.Ok<MallGoods.Page>) shop.goods(first.next())).value();
      // then
      assertThat(first.goods()).extracting(MallGoods.Good::code).containsExactly("a", "c");
      assertThat(first.goods().getFirst().stock()).isEqualTo(9);
      assertThat(first.goods().getFirst().priceCents()).isEqualTo(1275);
      assertThat(second).isEqualTo(new MallGoods.Page(List.of(), null));
    }
  }
}
