package dev.siyu.touchpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.WeCom;
import dev.siyu.wecom.WeCom.MassSendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final FakeWeCom weCom = new FakeWeCom();
  private final AtomicInteger calls = new AtomicInteger();
  private TestRooms rooms;
  private Touchpoints touchpoints;
  private Reconciliation reconciliation;
  private CustomerId customer;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of(),
            context -> {
              context.registerBean(WeCom.class, () -> weCom);
              context.registerBean(JourneyMessages.class, () -> messages -> {});
            },
            "customers",
            "orders",
            "tasks",
            "touchpoints");
    touchpoints = rooms.get(Touchpoints.class);
    reconciliation = rooms.get(Reconciliation.class);
    customer = contact("wm-1");
  }

  @AfterEach
  void close() {
    assertThat(reconciliation.breaches()).as("the ledger is sound").isEmpty();
    rooms.close();
  }

  private CustomerId contact(String externalUserId) {
    var customers = rooms.get(Customers.class);
    var id = customers.byExternalUserId(externalUserId);
    customers.added(id, "li.na", "store", rooms.clock().instant());
    return id;
  }

  private Touch message(String step) {
    return message(step, "traffic-offer");
  }

  private Touch message(String step, String content) {
    return new Touch(
        new TouchKey(customer, "first-order", step, "e1"),
        Medium.MASS_SEND,
        content,
        "li.na",
        null,
        42);
  }

  private Touch tag(String step) {
    return new Touch(
        new TouchKey(customer, "first-order", step, "e1"), Medium.TAG, "新客", "li.na", null, 42);
  }

  private Supplier<CallResult<Receipt>> sending() {
    return () -> new CallResult.Ok<>(new Receipt("msg-" + calls.incrementAndGet(), false));
  }

  private Supplier<CallResult<Receipt>> ending(CallResult<Receipt> result) {
    return () -> {
      calls.incrementAndGet();
      return result;
    };
  }

  private <R> List<R> atOnce(int threads, Callable<R> work) throws Exception {
    try (var pool = Executors.newFixedThreadPool(threads)) {
      return pool.invokeAll(java.util.Collections.nCopies(threads, work)).stream()
          .map(future -> future.resultNow())
          .toList();
    }
  }

  @Test
  void shouldCallOnceWhenFiftyThreadsHoldTheSameKey() throws Exception {
    // when
    var outcomes = atOnce(50, () -> touchpoints.make(message("offer"), sending()));
    // then
    assertThat(calls).hasValue(1);
    assertThat(outcomes).filteredOn(TouchOutcome.Sent.class::isInstance).hasSize(1);
    assertThat(touchpoints.make(message("offer"), sending()))
        .isEqualTo(new TouchOutcome.AlreadySent("msg-1"));
  }

  @Test
  void shouldKeepTheDailyCapWhenManyStepsAskAtTheSameTime() throws Exception {
    // given
    var number = new AtomicInteger();
    // when
    var outcomes =
        atOnce(40, () -> touchpoints.make(message("step-" + number.incrementAndGet()), sending()));
    // then
    assertThat(calls).as("one mass send per customer and day").hasValue(1);
    assertThat(outcomes).filteredOn(TouchOutcome.Refused.class::isInstance).hasSize(39);
    var counts = reconciliation.counts();
    assertThat(counts.asked()).isEqualTo(40);
    assertThat(counts.made() + counts.refused()).isEqualTo(40);
    assertThat(reconciliation.refusalsByRule()).isEqualTo(Map.of("daily-cap", 39L));
  }

  @Test
  void shouldKeepTheDailyCapWhenTwoServersAskAtTheSameTime() throws Exception {
    // given
    var number = new AtomicInteger();
    var other =
        new LedgerTouchpoints(
            rooms.get(LedgerClaims.class),
            rooms.get(LedgerEndings.class),
            rooms.database().transactions());
    // when
    atOnce(
        40,
        () -> {
          int n = number.incrementAndGet();
          return (n % 2 == 0 ? touchpoints : other).make(message("step-" + n), sending());
        });
    // then
    assertThat(calls).hasValue(1);
    other.close();
  }

  @Test
  void shouldDecideAnewWhenARefusalIsDue() {
    // given
    touchpoints.make(message("first"), sending());
    var refused = (TouchOutcome.Refused) touchpoints.make(message("second"), sending());
    var early = touchpoints.make(message("second"), sending());
    // when
    rooms.pass(Duration.ofDays(1));
    var late = touchpoints.make(message("second"), sending());
    // then
    assertThat(refused.notBefore()).isEqualTo(TestRooms.START.plus(Duration.ofDays(1)));
    assertThat(early).isEqualTo(refused);
    assertThat(late).isInstanceOf(TouchOutcome.Sent.class);
  }

  @Test
  void shouldRefuseOtherContentUnderTheSameKey() {
    // given
    touchpoints.make(message("offer"), sending());
    // when
    var outcome = touchpoints.make(message("offer", "re-offer"), sending());
    // then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            TouchOutcome.Broken.class, broken -> assertThat(broken.code()).isEqualTo("SIYU-3001"));
    assertThat(calls).hasValue(1);
  }

  @Test
  void shouldAskAgainAfterACallWithoutEffect() {
    // given
    var busy = new CallResult.Retryable<Receipt>("-1", "busy", Duration.ofSeconds(30));
    var first = touchpoints.make(message("offer"), ending(busy));
    var early = touchpoints.make(message("offer"), sending());
    // when
    rooms.pass(Duration.ofSeconds(30));
    var late = touchpoints.make(message("offer"), sending());
    // then
    assertThat(first).isInstanceOf(TouchOutcome.Retryable.class);
    assertThat(early).isEqualTo(new TouchOutcome.Retryable("-1", "busy", Duration.ofSeconds(30)));
    assertThat(late).isEqualTo(new TouchOutcome.Sent("msg-2"));
  }

  @Test
  void shouldNeverResendWhatHadNoAnswer() {
    // given
    touchpoints.make(message("offer"), ending(new CallResult.Unknown<>("TIMEOUT", "no answer")));
    // when
    rooms.pass(Duration.ofDays(3));
    var again = touchpoints.make(message("offer"), sending());
    // then
    assertThat(again).isInstanceOf(TouchOutcome.Unknown.class);
    assertThat(calls).hasValue(1);
  }

  @Test
  void shouldBecomeUnknownWhenTheClaimerDied() {
    // given: claimed and committed, then the process is gone
    rooms.get(LedgerClaims.class).claim(List.of(message("offer")));
    var young = touchpoints.make(message("offer"), sending());
    var sweeper = rooms.get(PendingSweeper.class);
    // when
    rooms.pass(Duration.ofMinutes(1));
    assertThat(sweeper.nextDue()).contains(rooms.clock().instant());
    sweeper.runDue(rooms.clock().instant());
    var old = touchpoints.make(message("offer"), sending());
    // then
    assertThat(young)
        .isEqualTo(new TouchOutcome.Retryable("SIYU-3002", "调用进行中", Duration.ofMinutes(1)));
    assertThat(old).isInstanceOf(TouchOutcome.Unknown.class);
    assertThat(calls).hasValue(0);
    assertThat(reconciliation.unknown(0, 10)).hasSize(1);
    assertThat(sweeper.nextDue()).isEmpty();
  }

  @Test
  void shouldBecomeUnknownWhenTheStepAsksBeforeTheSweeper() {
    // given
    rooms.get(LedgerClaims.class).claim(List.of(message("offer")));
    rooms.pass(Duration.ofMinutes(1));
    // when
    var outcome = touchpoints.make(message("offer"), sending());
    // then
    assertThat(outcome).isInstanceOf(TouchOutcome.Unknown.class);
    assertThat(reconciliation.counts().unknown()).isEqualTo(1);
  }

  @Test
  void shouldTakeALateAnswerForTheTruth() {
    // given
    Supplier<CallResult<Receipt>> slow =
        () -> {
          rooms.pass(Duration.ofMinutes(2));
          rooms.get(PendingSweeper.class).runDue(rooms.clock().instant());
          return sending().get();
        };
    // when
    var outcome = touchpoints.make(message("offer"), slow);
    // then
    assertThat(outcome).isEqualTo(new TouchOutcome.Sent("msg-1"));
    assertThat(reconciliation.counts().made()).isEqualTo(1);
  }

  @Test
  void shouldNotCallWhenTheClaimCannotBeCommitted() {
    // given
    rooms.jdbc().sql("ALTER TABLE touchpoint_event RENAME TO gone").update();
    // when
    assertThatThrownBy(() -> touchpoints.make(message("offer"), sending()))
        .isInstanceOf(RuntimeException.class);
    // then
    assertThat(calls).hasValue(0);
    rooms.jdbc().sql("ALTER TABLE gone RENAME TO touchpoint_event").update();
  }

  @Test
  void shouldRecordLateWhatCouldNotBeRecordedAtOnce() {
    // given
    Supplier<CallResult<Receipt>> whileTheDatabaseBreaks =
        () -> {
          rooms.jdbc().sql("ALTER TABLE touchpoint_event RENAME TO gone").update();
          return sending().get();
        };
    var outcome = touchpoints.make(message("offer"), whileTheDatabaseBreaks);
    rooms.jdbc().sql("ALTER TABLE gone RENAME TO touchpoint_event").update();
    var sweeper = rooms.get(PendingSweeper.class);
    assertThat(sweeper.nextDue()).as("due at once").hasValue(Instant.EPOCH);
    // when
    sweeper.runDue(rooms.clock().instant());
    // then
    assertThat(sweeper.nextDue()).isEmpty();
    assertThat(outcome).isEqualTo(new TouchOutcome.Sent("msg-1"));
    assertThat(reconciliation.counts().made()).isEqualTo(1);
  }

  @Test
  void shouldLetAPersonEndTheDoubtOnce() {
    // given
    touchpoints.make(message("offer"), ending(new CallResult.Unknown<>("TIMEOUT", "no answer")));
    var id = reconciliation.unknown(0, 10).getFirst().id();
    // when
    var first =
        reconciliation.resolve(id, Reconciliation.Finding.SENT, "manager", "asked the customer");
    var second = reconciliation.resolve(id, Reconciliation.Finding.NOT_SENT, "ops", "no");
    // then
    assertThat(List.of(first, second)).containsExactly(true, false);
    assertThat(touchpoints.make(message("offer"), sending()))
        .isInstanceOf(TouchOutcome.AlreadySent.class);
    assertThat(
            rooms
                .jdbc()
                .sql("SELECT actor FROM touchpoint_event ORDER BY id DESC LIMIT 1")
                .query(String.class)
                .single())
        .isEqualTo("manager");
  }

  @Test
  void shouldTagAtNightWithoutCap() {
    // given
    rooms.pass(Duration.ofHours(14));
    // when
    var outcomes = new ArrayList<TouchOutcome>();
    for (int i = 0; i < 10; i++) {
      outcomes.add(touchpoints.make(tag("tag-" + i), sending()));
    }
    // then
    assertThat(outcomes).allMatch(TouchOutcome.Sent.class::isInstance);
  }

  @Test
  void shouldFollowUpAQueuedSendUntilItIsKnown() {
    // given
    var followUp = rooms.get(MassSendFollowUp.class);
    var queued = new CallResult.Ok<>(new Receipt("task-1", true));
    var first = touchpoints.make(message("offer"), ending(queued));
    assertThat(followUp.nextDue()).contains(TestRooms.START.plus(Duration.ofMinutes(10)));
    // when
    rooms.pass(Duration.ofMinutes(10));
    followUp.runDue(rooms.clock().instant());
    var waiting = touchpoints.make(message("offer"), sending());
    weCom.down = true;
    rooms.pass(Duration.ofMinutes(50));
    followUp.runDue(rooms.clock().instant());
    weCom.down = false;
    weCom.results.put("task-1", List.of(new MassSendResult("wm-1", 1)));
    rooms.pass(Duration.ofMinutes(1));
    followUp.runDue(rooms.clock().instant());
    // then
    assertThat(first).isEqualTo(new TouchOutcome.Queued("task-1"));
    assertThat(waiting).isEqualTo(new TouchOutcome.Queued("task-1"));
    assertThat(touchpoints.make(message("offer"), sending()))
        .isEqualTo(new TouchOutcome.AlreadySent("task-1"));
    assertThat(weCom.lookUps).hasSize(3);
    assertThat(followUp.nextDue()).isEmpty();
  }

  @Test
  void shouldExpireWhatNobodyConfirmed() {
    // given
    var followUp = rooms.get(MassSendFollowUp.class);
    touchpoints.make(message("offer"), ending(new CallResult.Ok<>(new Receipt("task-1", true))));
    // when
    for (var due = followUp.nextDue(); due.isPresent(); due = followUp.nextDue()) {
      rooms.pass(Duration.between(rooms.clock().instant(), due.get()));
      followUp.runDue(rooms.clock().instant());
    }
    // then
    assertThat(touchpoints.make(message("offer"), sending()))
        .isEqualTo(new TouchOutcome.Declined("NOT_CONFIRMED", "成员一直没有确认发送"));
  }

  @Test
  void shouldLookUpATaskOnceForAllItsCustomers() {
    // given
    var task = new CallResult.Ok<>(new Receipt("task-9", true));
    touchpoints.make(message("offer"), ending(task));
    customer = contact("wm-2");
    touchpoints.make(message("offer"), ending(task));
    customer = contact("wm-3");
    touchpoints.make(message("offer"), ending(task));
    weCom.results.put(
        "task-9",
        List.of(
            new MassSendResult("wm-1", 1),
            new MassSendResult("wm-2", 2),
            new MassSendResult("wm-3", 3)));
    // when
    rooms.pass(Duration.ofMinutes(10));
    rooms.get(MassSendFollowUp.class).runDue(rooms.clock().instant());
    // then
    assertThat(weCom.lookUps).containsExactly("task-9");
    assertThat(reconciliation.counts().made()).isEqualTo(1);
    assertThat(reconciliation.counts().declined()).isEqualTo(2);
  }

  @Test
  void shouldKeepTheVersionOfTheContentThatWasSaid() {
    // given
    var told = new AtomicInteger();
    // when
    touchpoints.make(
        message("offer", "re-offer"),
        version -> {
          told.set(version);
          return sending().get();
        });
    replaceContent("re-offer");
    rooms.pass(Duration.ofDays(2));
    touchpoints.make(message("reminder", "re-offer"), sending());
    touchpoints.make(tag("tag"), sending());
    // then
    assertThat(told).hasValue(1);
    assertThat(
            rooms
                .jdbc()
                .sql("SELECT content_version FROM touchpoint ORDER BY id")
                .query((row, n) -> String.valueOf(row.getObject(1)))
                .list())
        .containsExactly("1", "2", "null");
  }

  private void replaceContent(String key) {
    rooms.jdbc().sql("UPDATE content SET state = 'RETIRED' WHERE key = ?").param(key).update();
    rooms
        .jdbc()
        .sql("INSERT INTO content (key, version, text, state) VALUES (?, 2, 'new', 'APPROVED')")
        .param(key)
        .update();
  }
}
