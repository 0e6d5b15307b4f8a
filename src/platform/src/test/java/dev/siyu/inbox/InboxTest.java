package dev.siyu.inbox;

import static dev.siyu.inbox.InboxRig.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.siyu.TestDatabase;
import dev.siyu.calls.CallResult;
import dev.siyu.customers.Stage;
import dev.siyu.engine.Announcement;
import dev.siyu.inbox.Inbox.Receipt;
import dev.siyu.time.SiyuClock;
import dev.siyu.touchpoints.Touch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("times what it waits for")
class InboxTest {

  private static final Instant T = Instant.parse("2027-01-05T08:00:00Z");

  private final SiyuClock clock =
      new SiyuClock(Clock.fixed(T, java.time.ZoneOffset.UTC), Duration.ZERO);
  private final FakeBusiness business = new FakeBusiness();
  private TestDatabase database;
  private InboxRig rig;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    rig = new InboxRig(database, business, clock);
  }

  @AfterEach
  void close() {
    rig.close();
    database.close();
  }

  @Test
  void shouldHaveOneEffectPerEventHoweverOftenAndInWhatOrderItComes() {
    // given 10,000 events, each one to three times, shuffled, at two instances
    var random = new Random(42);
    var deliveries = new ArrayList<InboundEvent>();
    for (int i = 0; i < 10_000; i++) {
      var event = event("chat", "staff", "x" + i % 500, T.plusSeconds(i));
      IntStream.rangeClosed(0, random.nextInt(3)).forEach(n -> deliveries.add(event));
    }
    Collections.shuffle(deliveries, random);
    try (var second = new InboxRig(database, business, clock)) {
      rig.dispatcher.start();
      second.dispatcher.start();
      // when
      var receipts =
          IntStream.range(0, deliveries.size())
              .mapToObj(i -> (i % 2 == 0 ? rig : second).inbox.receive(deliveries.get(i)))
              .toList();
      // then
      assertThat(receipts.stream().map(CompletableFuture::join).filter(Receipt.STORED::equals))
          .hasSize(10_000);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> rig.desk.counts().done() == 10_000 && rig.desk.counts().waiting() == 0);
      assertThat(business.announced).hasSize(10_000);
      assertThat(business.announced.stream().map(Announcement::key)).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldKeepTheOrderOfEachSubject() {
    // given
    rig.dispatcher.start();
    // when
    for (int i = 0; i < 400; i++) {
      rig.inbox.receive(event("chat", "staff", "x" + i % 7, T.plusSeconds(i))).join();
    }
    // then
    await().until(() -> rig.dispatcher.isQuiet());
    for (int subject = 0; subject < 7; subject++) {
      var id = "C" + subject;
      assertThat(business.announced.stream().filter(a -> a.correlationKey().equals(id)))
          .extracting(a -> "" + a.variables().get("repliedAt"))
          .isSorted();
    }
  }

  @Test
  void shouldCloseWhatHasNoEffectWithoutKeepingTheRestWaiting() {
    // given edits of contacts between messages of the same people
    rig.dispatcher.start();
    // when
    for (int i = 0; i < 600; i++) {
      var kind = i % 3 == 0 ? "chat" : "edit";
      rig.inbox.receive(event(kind, "staff", "x" + i % 5, T.plusSeconds(i)));
    }
    // then
    await().until(() -> rig.desk.counts().done() == 600);
    assertThat(rig.desk.counts().waiting()).isZero();
    assertThat(business.announced).hasSize(200);
    await().until(() -> rig.dispatcher.isQuiet());
  }

  @Test
  void shouldLetTheSecondInstanceDoWhatTheFirstOneLeft() {
    // given an instance that stored events and died before acting on them
    for (int i = 0; i < 50; i++) {
      rig.inbox.receive(event("chat", "staff", "x" + i, T)).join();
    }
    // when
    try (var second = new InboxRig(database, business, clock)) {
      second.dispatcher.start();
      // then
      await().until(() -> business.announced.size() == 50);
      await().until(() -> second.dispatcher.isQuiet());
    }
  }

  @Test
  void shouldStoreOnceWhenFiftyThreadsBringTheSame() throws Exception {
    // given
    var stored = new AtomicInteger();
    // when
    var threads =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              var receipt =
                                  rig.inbox.receive(event("chat", "staff", "x1", T)).join();
                              stored.addAndGet(receipt == Receipt.STORED ? 1 : 0);
                            }))
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    // then
    assertThat(stored).hasValue(1);
  }

  @Test
  void shouldPutAnotherBodyUnderAKnownKeyAside() {
    // given
    var first = event("paid", "o1", "u1", T);
    var other =
        new InboundEvent(
            first.source(),
            "paid",
            "u1",
            first.dedupeKey(),
            new byte[] {1, 2, 3},
            first.occurredAt());
    // when
    var receipts =
        List.of(
            rig.inbox.receive(first).join(),
            rig.inbox.receive(other).join(),
            rig.inbox.receive(first).join());
    // then
    assertThat(receipts).containsExactly(Receipt.STORED, Receipt.CONFLICT, Receipt.DUPLICATE);
    assertThat(rig.desk.counts().conflicts()).isEqualTo(1);
  }

  @Test
  void shouldWelcomeOnceAndStartTheJourneyWithTheOutcome() {
    // given
    rig.dispatcher.start();
    var tries = new AtomicInteger();
    business.onWelcome =
        code -> tries.getAndIncrement() == 0 ? InboxRig.busy() : new CallResult.Ok<>(true);
    // when
    rig.inbox.receive(event("add", "li", "x1", T)).join();
    rig.inbox.receive(event("add", "li", "x1", T)).join();
    // then
    await().until(() -> business.announced.size() == 1 && rig.dispatcher.isQuiet());
    assertThat(business.welcomed).containsExactly("code-x1");
    assertThat(business.asked).first().extracting(Touch::answers).isEqualTo(T);
    var added = business.announced.getFirst();
    assertThat(added.timeToLive()).isZero();
    assertThat(added.variables())
        .containsEntry("welcome", "SENT")
        .containsEntry("channel", "parcel-card")
        .containsEntry("staffId", "li");
  }

  @Test
  void shouldWelcomeWithinASecondWhileTheOthersQueue() {
    // given a mall whose events take their time
    business.onPaid = order -> pause(Duration.ofMillis(20));
    rig.dispatcher.start();
    for (int i = 0; i < 2_000; i++) {
      rig.inbox.receive(event("paid", "o" + i, "u" + i, T));
    }
    // when
    for (int i = 0; i < 200; i++) {
      rig.inbox.receive(event("add", "li", "x" + i, T));
    }
    // then
    await().atMost(Duration.ofSeconds(2)).until(() -> business.welcomed.size() == 200);
    assertThat(rig.desk.counts().waiting()).isGreaterThan(500);
  }

  @Test
  void shouldRecordPaymentsWhileWeComHangs() {
    // given WeCom answers nobody who asks for a customer's name, and more adds than the window
    // holds
    var hangs = new CountDownLatch(1);
    business.onContact =
        id -> {
          pause(hangs);
          return InboxRig.busy();
        };
    rig.dispatcher.start();
    for (int i = 0; i < 200; i++) {
      rig.inbox.receive(event("add", "li", "x" + i, T));
    }
    await().until(() -> rig.desk.counts().waiting() == 200 && !rig.dispatcher.isQuiet());
    // when
    var paid = new AtomicInteger();
    business.onPaid = order -> paid.incrementAndGet() > 0;
    for (int i = 0; i < 100; i++) {
      rig.inbox.receive(event("paid", "o" + i, "u" + i, T));
    }
    // then all are recorded meanwhile
    await().atMost(Duration.ofSeconds(10)).until(() -> paid.get() == 100);
    assertThat(hangs.getCount()).isOne();
    hangs.countDown();
  }

  private static void pause(CountDownLatch until) {
    try {
      until.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldStartTheJourneyWithoutNameWhenWeComNeverTells() {
    // given
    rig.dispatcher.start();
    var asked = new AtomicInteger();
    business.onContact =
        id -> {
          asked.incrementAndGet();
          return InboxRig.busy();
        };
    // when
    rig.inbox.receive(event("add", "li", "x1", T)).join();
    // then it waits for its moment on the product's clock each time
    for (int i = 1; i <= 2; i++) {
      int tries = i;
      await().until(() -> asked.get() == tries && rig.dispatcher.nextDue().isPresent());
      clock.setOffset(clock.offset().plusSeconds(1));
      rig.dispatcher.runDue(clock.instant());
    }
    await().until(() -> business.announced.size() == 1);
    assertThat(rig.desk.list("DONE", null, 10).getFirst().note()).contains("45009");
  }

  @Test
  void shouldGiveUpVisiblyAndTryAgainAtThePressOfAButton() {
    // given
    business.onPaid =
        order -> {
          throw new IllegalStateException("no such shop");
        };
    rig.dispatcher.start();
    rig.inbox.receive(event("paid", "o1", "u1", T)).join();
    await()
        .until(
            () -> {
              clock.setOffset(clock.offset().plusSeconds(1));
              return rig.desk.counts().failed() == 1;
            });
    var failed = rig.desk.list("FAILED", null, 10).getFirst();
    assertThat(failed.note()).contains("SIYU-2011", "no such shop");
    // when
    business.onPaid = order -> true;
    assertThat(rig.desk.retry(failed.id())).isTrue();
    // then
    await().until(() -> business.announced.size() == 1);
  }

  @Test
  void shouldNotStartAJourneyForAnAddThatComesAfterItsLeave() {
    // given
    rig.dispatcher.start();
    rig.inbox.receive(event("left", "li", "x1", T.plusSeconds(60))).join();
    await().until(() -> rig.dispatcher.isQuiet());
    // when
    rig.inbox.receive(event("add", "li", "x1", T)).join();
    // then
    await().until(() -> rig.dispatcher.isQuiet());
    assertThat(business.announced).extracting(Announcement::name).containsExactly("customer-left");
  }

  @Test
  void shouldStartNoSecondIntakeForAContactWhomAnotherMemberAdds() {
    // given
    rig.dispatcher.start();
    rig.inbox.receive(event("add", "li", "x1", T)).join();
    rig.inbox.receive(event("add", "wang", "x2", T)).join();
    await().until(() -> rig.dispatcher.isQuiet());
    business.stages.put("C1", Stage.REPURCHASE);
    business.stages.put("C2", Stage.LOST);
    business.announced.clear();
    // when
    rig.inbox.receive(event("add", "wang", "x1", T.plusSeconds(60))).join();
    rig.inbox.receive(event("add", "li", "x2", T.plusSeconds(60))).join();
    // then
    await().until(() -> rig.dispatcher.isQuiet());
    assertThat(business.announced)
        .as("only who was left in peace begins anew")
        .extracting(Announcement::correlationKey)
        .containsExactly("C2");
  }

  @Test
  void shouldWaitForTheOldJourneyToEndWhenACustomerComesBack() {
    // given
    rig.dispatcher.start();
    rig.inbox.receive(event("add", "li", "x1", T)).join();
    rig.inbox.receive(event("left", "li", "x1", T.plusSeconds(10))).join();
    // when
    rig.inbox.receive(event("add", "li", "x1", T.plusSeconds(20))).join();
    // then
    await().until(() -> rig.dispatcher.isQuiet());
    assertThat(business.announced)
        .extracting(Announcement::name)
        .containsExactly("customer-added", "customer-left", "customer-added");
    assertThat(business.announced.getLast().timeToLive()).isEqualTo(Duration.ofSeconds(30));
  }

  private static boolean pause(Duration pause) {
    java.util.concurrent.locks.LockSupport.parkNanos(pause.toNanos());
    return true;
  }
}
