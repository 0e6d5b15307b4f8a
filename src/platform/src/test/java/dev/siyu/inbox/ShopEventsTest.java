package dev.siyu.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.siyu.TestDatabase;
import dev.siyu.calls.CallResult;
import dev.siyu.engine.Announcement;
import dev.siyu.inbox.InboundEvent.Source;
import dev.siyu.mall.Breaker;
import dev.siyu.mall.MallBuyer;
import dev.siyu.mall.MallOrder;
import dev.siyu.mall.MallRefund;
import dev.siyu.mall.Shop;
import dev.siyu.time.SiyuClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Callbacks that carry ids only: asked first, recorded once, never at the cost of others. */
@Isolated("times what it waits for")
class ShopEventsTest {

  private static final Instant T = Instant.parse("2027-01-05T08:00:00Z");

  private final SiyuClock clock = new SiyuClock(Clock.fixed(T, ZoneOffset.UTC), Duration.ZERO);
  private final FakeBusiness business = new FakeBusiness();
  private final FakeShop shop = new FakeShop();
  private TestDatabase database;
  private InboxRig rig;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    rig = new InboxRig(database, business, clock, List.of(shop));
    business.onPaid = order -> paid.add(order.orderId());
  }

  @AfterEach
  void close() {
    rig.close();
    database.close();
  }

  private final java.util.Set<String> paid = java.util.concurrent.ConcurrentHashMap.newKeySet();

  private static InboundEvent push(String order, String what) {
    byte[] body = (order + "|" + what).getBytes(StandardCharsets.UTF_8);
    return new InboundEvent(
        Source.WXSTORE, what, "wxstore:" + order, "wxstore:" + order + what, body, T);
  }

  @Test
  void shouldRecordOnceHoweverOftenAndInWhatOrderItIsPushed() {
    // given
    var random = new Random(7);
    var pushes = new ArrayList<InboundEvent>();
    for (int i = 0; i < 300; i++) {
      for (var what : List.of("pay", "settle", "pay", "confirm")) {
        pushes.add(push("" + (3720000000000000000L + i), what));
      }
    }
    Collections.shuffle(pushes, random);
    rig.dispatcher.start();
    // when
    pushes.forEach(push -> rig.inbox.receive(push).join());
    // then
    await().atMost(Duration.ofSeconds(60)).until(() -> rig.dispatcher.isQuiet());
    assertThat(rig.desk.counts().done()).isEqualTo(900);
    assertThat(business.announced.stream().map(Announcement::key))
        .hasSize(300)
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldAskAgainUntilTheOrderIsThere() {
    // given an order the mall does not show until the third question
    var asked = new AtomicInteger();
    shop.onOrder =
        id ->
            asked.incrementAndGet() < 3
                ? new CallResult.Ok<>(Optional.empty())
                : new CallResult.Ok<>(Optional.of(order(id, T)));
    rig.dispatcher.start();
    // when
    rig.inbox.receive(push("1", "pay")).join();
    for (int i = 0; i < 2; i++) {
      int seen = i + 1;
      await().until(() -> asked.get() == seen && rig.table.nextDue().isPresent());
      pass(Duration.ofSeconds(1));
    }
    // then
    await().until(() -> paid.contains("1"));
  }

  @Test
  void shouldNotTakeAnUnpaidAnswerForAPayment() {
    // given
    shop.onOrder = id -> new CallResult.Ok<>(Optional.of(order(id, null)));
    rig.dispatcher.start();
    // when
    rig.inbox.receive(push("1", "pay")).join();
    // then
    await().until(() -> rig.table.nextDue().isPresent());
    assertThat(paid).isEmpty();
  }

  @Test
  void shouldWaitAsLongAsTheMallWants() {
    // given
    shop.settling = Duration.ofSeconds(30);
    rig.dispatcher.start();
    // when
    rig.inbox.receive(push("1", "pay")).join();
    await().until(() -> rig.table.nextDue().isPresent());
    // then
    assertThat(rig.table.nextDue()).contains(T.plusSeconds(30));
    assertThat(shop.asked.get()).isZero();
    pass(Duration.ofSeconds(30));
    await().until(() -> paid.contains("1"));
  }

  @Test
  void shouldNeverGiveUpBecauseTheMallIsDown() {
    // given
    shop.onOrder = id -> new CallResult.Retryable<>("SIYU-3301", "away", Duration.ofSeconds(10));
    rig.dispatcher.start();
    rig.inbox.receive(push("1", "pay")).join();
    // when it is away for far more tries than an event has
    for (int i = 1; i <= 20; i++) {
      int asked = i;
      await().until(() -> shop.asked.get() == asked && rig.table.nextDue().isPresent());
      pass(Duration.ofSeconds(10));
    }
    shop.onOrder = id -> new CallResult.Ok<>(Optional.of(order(id, T)));
    pass(Duration.ofSeconds(10));
    // then
    await().until(() -> paid.contains("1"));
    assertThat(rig.desk.counts().failed()).isZero();
  }

  @Test
  void shouldLetOthersPassWhenAMallHangs() throws Exception {
    // given a mall that answers nobody, with more pushes than the window is wide
    var hangs = new CountDownLatch(1);
    shop.onOrder =
        id -> {
          try {
            hangs.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new CallResult.Ok<>(Optional.of(order(id, T)));
        };
    rig.dispatcher.start();
    for (int i = 0; i < 200; i++) {
      rig.inbox.receive(push("" + i, "pay"));
    }
    await().until(() -> shop.asked.get() > 0);
    // when
    for (int i = 0; i < 50; i++) {
      rig.inbox.receive(InboxRig.event("chat", "staff", "x" + i, T)).join();
    }
    // then every other event goes through while the mall still hangs
    await().atMost(Duration.ofSeconds(10)).until(() -> business.announced.size() == 50);
    assertThat(hangs.getCount()).isOne();
    hangs.countDown();
    await().atMost(Duration.ofSeconds(30)).until(() -> paid.size() == 200);
  }

  private void pass(Duration time) {
    clock.setOffset(clock.offset().plus(time));
    rig.dispatcher.runDue(clock.instant());
  }

  private static MallOrder order(String id, @Nullable Instant paidAt) {
    return new MallOrder(
        id,
        new MallBuyer("o-" + id, "u-" + id.substring(Math.max(0, id.length() - 6)), null),
        "app",
        100,
        null,
        T,
        paidAt,
        null,
        null,
        null,
        new MallOrder.Evidence(null, null, null, null),
        List.of(),
        T);
  }

  private final class FakeShop implements Shop {
    final AtomicInteger asked = new AtomicInteger();
    volatile Duration settling = Duration.ZERO;
    volatile Function<String, CallResult<Optional<MallOrder>>> onOrder =
        id -> new CallResult.Ok<>(Optional.of(ShopEventsTest.order(id, T)));

    @Override
    public String source() {
      return "wxstore";
    }

    @Override
    public Breaker breaker() {
      return new Breaker(clock, 3, Duration.ofSeconds(10));
    }

    @Override
    public Notice read(byte[] body) {
      var parts = new String(body, StandardCharsets.UTF_8).split("\\|");
      return new Notice.OrderChanged(parts[0], parts[1].equals("pay"));
    }

    @Override
    public Duration settling() {
      return settling;
    }

    @Override
    public CallResult<Optional<MallOrder>> order(String orderId) {
      asked.incrementAndGet();
      return onOrder.apply(orderId);
    }

    @Override
    public CallResult<Optional<MallRefund>> refund(String refundId) {
      return new CallResult.Ok<>(Optional.empty());
    }

    @Override
    public CallResult<Optional<String>> unionId(String openId) {
      return new CallResult.Ok<>(Optional.empty());
    }

    @Override
    public byte[] notice(boolean refund, String id, @Nullable String orderId, Instant at) {
      return new byte[0];
    }
  }
}
