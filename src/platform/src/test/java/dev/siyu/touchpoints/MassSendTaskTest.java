package dev.siyu.touchpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.orders.Orders;
import dev.siyu.orders.PaidOrder;
import dev.siyu.pauses.JourneyPauses;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.Attachment;
import dev.siyu.wecom.WeCom.MassSendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MassSendTaskTest {

  private static final CallResult<Boolean> NOTHING_TO_CANCEL =
      new CallResult.Declined<>("41093", "cancelled");

  private final FakeWeCom weCom = new FakeWeCom();
  private TestRooms rooms;
  private MassSendFollowUp followUp;
  private CustomerId customer;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of("siyu.team.default-lead", "chen.jing"),
            context -> {
              context.registerBean(FakeWeCom.class, () -> weCom);
              context.registerBean(JourneyMessages.class, () -> messages -> {});
            },
            "customers",
            "orders",
            "tasks",
            "touchpoints");
    followUp = rooms.get(MassSendFollowUp.class);
    customer = rooms.get(Customers.class).byExternalUserId("wm-1");
    contactOf("li.na");
  }

  @AfterEach
  void close() {
    assertThat(rooms.get(Reconciliation.class).breaches()).as("the ledger is sound").isEmpty();
    rooms.close();
  }

  private void contactOf(String staff) {
    rooms.get(Customers.class).added(customer, staff, "store", rooms.clock().instant());
  }

  private Touch offer() {
    return new Touch(
        new TouchKey(customer, "first-order", "offer", "e1"),
        Medium.MASS_SEND,
        "traffic-offer",
        "li.na",
        TestRooms.START,
        42);
  }

  private TouchOutcome create() {
    return rooms
        .get(Touchpoints.class)
        .make(offer(), () -> new CallResult.Ok<>(new Receipt("task-1", true, "您好，小明")));
  }

  private TouchOutcome outcome() {
    return create();
  }

  /** Lets everything due until then happen at its moment. */
  private void until(Duration sinceCreation) {
    var end = TestRooms.START.plus(sinceCreation);
    for (var due = due(end); due != null; due = due(end)) {
      to(due);
      followUp.runDue(due);
    }
    to(end);
  }

  private @Nullable Instant due(Instant end) {
    return followUp.nextDue().filter(at -> !at.isAfter(end)).orElse(null);
  }

  private void to(Instant moment) {
    if (moment.isAfter(rooms.clock().instant())) {
      rooms.pass(Duration.between(rooms.clock().instant(), moment));
    }
  }

  private String state(String msgId) {
    return rooms
        .jdbc()
        .sql("SELECT state FROM mass_send_task WHERE msg_id = :id")
        .param("id", msgId)
        .query(String.class)
        .single();
  }

  @Test
  void shouldRemindTellTheLeadHandOnAndKeepTheDeadline() {
    // given
    contactOf("wang.fang");
    create();
    // when
    until(Duration.ofHours(27));
    var waiting = outcome();
    weCom.results.put("new-1", List.of(new MassSendResult("wm-1", 1)));
    until(Duration.ofHours(49));
    // then
    assertThat(weCom.calls)
        .containsExactly(
            "remind task-1",
            "remind task-1",
            "cancel task-1",
            "create wang.fang [wm-1] 您好，小明",
            "remind new-1");
    assertThat(waiting).as("handed on is not sent").isEqualTo(new TouchOutcome.Queued("new-1"));
    assertThat(outcome()).isEqualTo(new TouchOutcome.AlreadySent("new-1"));
    assertThat(state("task-1")).isEqualTo("REASSIGNED");
    assertThat(state("new-1")).isEqualTo("CONFIRMED");
    assertThat(
            rooms
                .jdbc()
                .sql("SELECT staff_user_id || ': ' || text FROM app_message")
                .query(String.class)
                .list())
        .containsExactly("chen.jing: li.na 还没有确认群发任务（1 位客户），请提醒或安排他人发送");
  }

  @Test
  void shouldTimeOutAndCancelWhenNobodyElseKnowsTheCustomer() {
    // given
    create();
    // when
    until(Duration.ofHours(48));
    // then
    assertThat(weCom.calls).containsExactly("remind task-1", "remind task-1", "cancel task-1");
    assertThat(outcome()).isEqualTo(new TouchOutcome.Declined("NOT_CONFIRMED", "成员一直没有确认发送"));
    assertThat(state("task-1")).isEqualTo("TIMED_OUT");
    assertThat(followUp.nextDue()).isEmpty();
  }

  @Test
  void shouldTakeTheTaskBackFromTheMemberWhenItsJourneyIsPaused() {
    // given
    create();
    rooms.get(JourneyPauses.class).pause("first-order", "价格写错了", "manager");
    // when
    until(Duration.ofHours(24));
    // then
    assertThat(weCom.calls).as("nothing can be sent any more").endsWith("cancel task-1");
    assertThat(state("task-1")).isEqualTo("WITHDRAWN");
    assertThat(outcome()).isEqualTo(new TouchOutcome.Refused("journey-paused", "旅程已暂停", null));
  }

  @Test
  void shouldNotCreateASecondOneWhenTheMemberConfirmsWhileItIsCancelled() {
    // given: the look-up still says unsent, then the member presses send, then we cancel
    contactOf("wang.fang");
    create();
    until(Duration.ofHours(23));
    weCom.answer("cancel", NOTHING_TO_CANCEL);
    weCom.onCancel = () -> weCom.results.put("task-1", List.of(new MassSendResult("wm-1", 1)));
    // when
    until(Duration.ofHours(24));
    // then
    assertThat(weCom.calls).doesNotContain("create wang.fang [wm-1] 您好，小明");
    assertThat(outcome()).isEqualTo(new TouchOutcome.AlreadySent("task-1"));
    assertThat(state("task-1")).isEqualTo("CONFIRMED");
  }

  @Test
  void shouldGoOnWhenTheAnswerToACancellationWasLost() {
    // given
    contactOf("wang.fang");
    create();
    weCom.answer("cancel", new CallResult.Unknown<>("SIYU-3202", "no answer"), NOTHING_TO_CANCEL);
    // when
    until(Duration.ofHours(24));
    var between = state("task-1");
    until(Duration.ofHours(24).plusMinutes(1));
    // then
    assertThat(between).isEqualTo("CANCELLING");
    assertThat(state("task-1")).isEqualTo("REASSIGNED");
    assertThat(outcome()).isEqualTo(new TouchOutcome.Queued("new-1"));
  }

  @Test
  void shouldNeverHandOnTwiceWhenTheSecondCreationGotNoAnswer() {
    // given
    contactOf("wang.fang");
    create();
    weCom.answer("create", new CallResult.Unknown<>("SIYU-3202", "no answer"));
    // when
    until(Duration.ofHours(60));
    // then
    assertThat(weCom.calls.stream().filter(call -> call.startsWith("create"))).hasSize(1);
    assertThat(outcome()).isInstanceOf(TouchOutcome.Unknown.class);
    assertThat(rooms.get(Reconciliation.class).unknown(0, 10)).hasSize(1);
  }

  @Test
  void shouldTryTheCreationAgainWhenWeComWasBusy() {
    // given
    contactOf("wang.fang");
    create();
    weCom.answer("create", new CallResult.Retryable<>("45009", "often", Duration.ofMinutes(1)));
    // when
    until(Duration.ofHours(25));
    // then
    assertThat(outcome()).isEqualTo(new TouchOutcome.Queued("new-2"));
    assertThat(state("task-1")).isEqualTo("REASSIGNED");
  }

  @Test
  void shouldWithdrawANudgeWhoseCustomerBought() {
    // given
    contactOf("wang.fang");
    create();
    rooms
        .get(Orders.class)
        .paid(
            new PaidOrder(
                "m", "o-1", customer, 9_900, 1, null, null, TestRooms.START.plusSeconds(60)));
    // when
    until(Duration.ofMinutes(10));
    // then
    assertThat(weCom.calls).containsExactly("cancel task-1");
    assertThat(outcome()).isEqualTo(new TouchOutcome.Refused("paid-already", "客户已下单，不再催促", null));
    assertThat(state("task-1")).isEqualTo("WITHDRAWN");
  }

  @Test
  void shouldHandOnWhatGoesAlongWithTheText() {
    // given
    contactOf("wang.fang");
    weCom.enclosed = new CallResult.Ok<>(List.of(new Attachment.Image("media-1")));
    create();
    // when
    until(Duration.ofHours(25));
    // then
    assertThat(weCom.calls)
        .contains("create wang.fang [wm-1] 您好，小明 [Image[mediaId=media-1]] of traffic-offer 2");
  }

  @Test
  void shouldTryAgainWhenWhatGoesAlongIsNotThereForTheMoment() {
    // given
    contactOf("wang.fang");
    weCom.enclosed = new CallResult.Retryable<>("-1", "busy", Duration.ofSeconds(30));
    create();
    until(Duration.ofHours(24));
    var waiting = outcome();
    // when
    weCom.enclosed = new CallResult.Ok<>(List.of());
    until(Duration.ofHours(26));
    // then
    assertThat(waiting).isEqualTo(new TouchOutcome.Queued("task-1"));
    assertThat(weCom.calls).endsWith("create wang.fang [wm-1] 您好，小明");
  }

  @Test
  void shouldStopRemindingWhenWeComSaysItIsEnough() {
    // given
    create();
    weCom.answer("remind", new CallResult.Declined<>("41094", "reminders used"));
    // when
    until(Duration.ofHours(10));
    // then
    assertThat(weCom.calls).containsExactly("remind task-1", "remind task-1");
    assertThat(
            rooms.jdbc().sql("SELECT reminders FROM mass_send_task").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void shouldGoOnWhereItStoodAfterARestart() {
    // given
    contactOf("wang.fang");
    create();
    until(Duration.ofHours(4));
    // when: nothing ran for 21 hours
    to(TestRooms.START.plus(Duration.ofHours(25)));
    followUp.runDue(rooms.clock().instant());
    // then: only the furthest step, no burst of reminders
    assertThat(weCom.calls)
        .containsExactly("remind task-1", "cancel task-1", "create wang.fang [wm-1] 您好，小明");
  }

  @Test
  void shouldLeaveUnknownWhatWasClaimedWhenTheProcessDied() {
    // given: cancelled and claimed for wang.fang, then the process is gone
    contactOf("wang.fang");
    create();
    until(Duration.ofHours(23));
    weCom.onCancel =
        () -> {
          throw new IllegalStateException("killed");
        };
    until(Duration.ofHours(24));
    rooms.jdbc().sql("UPDATE touchpoint SET state = 'PENDING'").update();
    rooms
        .jdbc()
        .sql(
            "INSERT INTO touchpoint_event (touchpoint_id, at, state) SELECT id, claimed_at, 'PENDING' FROM touchpoint")
        .update();
    // when
    rooms.get(PendingSweeper.class).runDue(rooms.clock().instant());
    weCom.onCancel = () -> {};
    until(Duration.ofHours(25));
    // then
    assertThat(outcome()).isInstanceOf(TouchOutcome.Unknown.class);
    assertThat(weCom.calls).doesNotContain("create wang.fang [wm-1] 您好，小明");
    assertThat(state("task-1")).isEqualTo("REASSIGNED");
  }
}
