package dev.siyu.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.accounts.Account.Hours;
import dev.siyu.accounts.Account.Status;
import dev.siyu.accounts.Accounts;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.handovers.HandOverWork.Collected;
import dev.siyu.handovers.HandOverWork.Started;
import dev.siyu.handovers.HandOvers.Leftover;
import dev.siyu.handovers.HandOvers.State;
import dev.siyu.wecom.Transfers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandOversTest {

  private static final Duration A_DAY = Duration.ofHours(25);

  private final FakeTransfers weCom = new FakeTransfers();
  private final List<Announcement> announced = new ArrayList<>();
  private TestRooms rooms;
  private HandOvers handOvers;
  private HandOverWork work;
  private HandOverNews news;
  private Customers customers;
  private Accounts accounts;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of("siyu.hand-overs.calls-per-step", "2"),
            context -> {
              context.registerBean(Transfers.class, () -> weCom);
              context.registerBean(JourneyMessages.class, () -> announced::addAll);
            },
            "handovers",
            "accounts",
            "customers");
    handOvers = rooms.get(HandOvers.class);
    work = rooms.get(HandOverWork.class);
    news = rooms.get(HandOverNews.class);
    customers = rooms.get(Customers.class);
    accounts = rooms.get(Accounts.class);
    List.of("li.na", "wang.fang", "zhang.wei").forEach(this::account);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private void account(String userId) {
    var opened = TestRooms.START.minus(Duration.ofDays(400));
    accounts.open(userId, new Accounts.Terms(userId, opened, 10, Hours.ALWAYS, 200, null), "test");
  }

  private CustomerId customer(String externalUserId, String staff) {
    var id = customers.byExternalUserId(externalUserId);
    customers.added(id, staff, "store", TestRooms.START.minus(Duration.ofDays(30)));
    return id;
  }

  private String begin(String... receivers) {
    return handOvers.begin("li.na", List.of(receivers), "账号被封", "ops");
  }

  private HandOvers.View view(String id) {
    return handOvers.find(id).orElseThrow();
  }

  private String staffOf(CustomerId id) {
    return Objects.requireNonNull(customers.find(id).orElseThrow().staffUserId());
  }

  @Test
  void shouldMoveARelationOnlyWhenTheReceiverTookOver() {
    // given
    var customer = customer("wm-1", "li.na");
    var id = begin("wang.fang");
    // when
    assertThat(work.plan(id)).isEqualTo(1);
    assertThat(work.start(id)).isInstanceOf(Started.All.class);
    // then
    assertThat(view(id).numbers().waiting()).isEqualTo(1);
    assertThat(staffOf(customer)).isEqualTo("li.na");
    assertThat(work.collect(id)).isInstanceOf(Collected.Waiting.class);
    // when
    rooms.pass(A_DAY);
    weCom.decide(Transfers.Status.TAKEN_OVER);
    var end = work.collect(id);
    // then
    assertThat(end).isEqualTo(new Collected.Over(0));
    assertThat(staffOf(customer)).isEqualTo("wang.fang");
    assertThat(view(id).state()).isEqualTo(State.ENDED);
    assertThat(view(id).numbers().takenOver()).isEqualTo(1);
    assertThat(customers.staffFor(customer, "li.na")).isEqualTo("wang.fang");
    assertThat(channelOf(customer)).isEqualTo("store");
  }

  private String channelOf(CustomerId id) {
    return rooms
        .jdbc()
        .sql("SELECT channel FROM customer_staff WHERE customer_id = ? AND until IS NULL")
        .param(id.value())
        .query(String.class)
        .single();
  }

  @Test
  void shouldStartTheJourneyOnceAndOnlyOneHandOverOfAnAccount() {
    // given
    customer("wm-1", "li.na");
    var id = begin();
    // then
    assertThat(announced)
        .extracting(Announcement::name)
        .containsExactly("account-hand-over-wanted");
    assertThat(announced.getFirst().variables()).containsEntry("handOverId", id);
    assertThatThrownBy(this::begin).hasMessageContaining("SIYU-3122");
    assertThatThrownBy(() -> handOvers.begin("nobody", List.of(), "x", "ops"))
        .hasMessageContaining("SIYU-3120");
    assertThatThrownBy(() -> handOvers.begin("wang.fang", List.of("wang.fang"), "x", "ops"))
        .hasMessageContaining("SIYU-3121");
  }

  @Test
  void shouldAskForAHundredACallAndGoOnInTheNextJob() {
    // given
    for (int i = 0; i < 250; i++) {
      customer("wm-" + i, "li.na");
    }
    var id = begin("wang.fang");
    // when
    work.plan(id);
    var first = work.start(id);
    var second = work.start(id);
    // then
    assertThat(first).isEqualTo(new Started.More());
    assertThat(second).isInstanceOf(Started.All.class);
    assertThat(weCom.calls)
        .containsExactly("li.na>wang.fang 100", "li.na>wang.fang 100", "li.na>wang.fang 50");
    assertThat(view(id).numbers().waiting()).isEqualTo(250);
  }

  @Test
  void shouldListForPeopleWhoRefusedAndWhoMayNot() {
    // given
    var refuses = customer("wm-1", "li.na");
    weCom.codes.put("wm-2", 40128);
    customer("wm-2", "li.na");
    customer("wm-3", "li.na");
    var id = begin("wang.fang");
    work.plan(id);
    work.start(id);
    // when
    news.failed("wang.fang", "wm-1", "customer_refused");
    assertThat(news.takenOver("wang.fang", "wm-3", rooms.clock().instant())).isTrue();
    var end = work.collect(id);
    // then
    assertThat(end).isEqualTo(new Collected.Over(2));
    assertThat(handOvers.leftovers(id, 10))
        .extracting(Leftover::state, Leftover::code)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("REFUSED", null),
            org.assertj.core.groups.Tuple.tuple("FAILED", "40128"));
    assertThat(staffOf(refuses)).isEqualTo("li.na");
    // when
    assertThat(handOvers.settle(id, refuses.value(), "已电话说明", "ops")).isTrue();
    // then
    assertThat(handOvers.settle(id, refuses.value(), "再来", "ops")).isFalse();
    assertThat(handOvers.leftovers(id, 10)).hasSize(1);
  }

  @Test
  void shouldTryAnotherReceiverWhenOneIsFull() {
    // given
    customer("wm-1", "li.na");
    customer("wm-2", "wang.fang");
    var id = begin("wang.fang", "zhang.wei");
    work.plan(id);
    assertThat(weCom.calls).isEmpty();
    work.start(id);
    assertThat(weCom.calls).containsExactly("li.na>zhang.wei 1");
    // when
    weCom.decide(Transfers.Status.RECEIVER_FULL);
    assertThat(work.collect(id)).isEqualTo(new Collected.Again());
    weCom.results.clear();
    assertThat(work.plan(id)).isEqualTo(1);
    work.start(id);
    // then
    assertThat(weCom.calls).containsExactly("li.na>zhang.wei 1", "li.na>wang.fang 1");
    // when
    weCom.decide(Transfers.Status.RECEIVER_FULL);
    // then
    assertThat(work.collect(id)).as("nobody is left to try").isEqualTo(new Collected.Over(1));
  }

  @Test
  void shouldLetTheResultListTellWhatALostAnswerDid() {
    // given
    customer("wm-1", "li.na");
    var id = begin("wang.fang");
    work.plan(id);
    weCom.troubles.add("lost");
    work.start(id);
    // when
    assertThat(work.collect(id)).isInstanceOf(Collected.Waiting.class);
    // then
    assertThat(view(id).numbers().waiting()).isEqualTo(1);
    assertThat(weCom.calls).as("not asked twice").hasSize(1);
  }

  @Test
  void shouldAskAgainWhenTheResultListKnowsNothing() {
    // given
    customer("wm-1", "li.na");
    var id = begin("wang.fang");
    work.plan(id);
    weCom.troubles.add("gone");
    work.start(id);
    // when
    assertThat(work.collect(id)).isEqualTo(new Collected.Again());
    assertThat(work.plan(id)).isEqualTo(1);
    work.start(id);
    // then
    assertThat(weCom.calls).hasSize(2);
    assertThat(view(id).numbers().waiting()).isEqualTo(1);
  }

  @Test
  void shouldWaitWhenWeComIsCalledTooOften() {
    customer("wm-1", "li.na");
    var id = begin("wang.fang");
    work.plan(id);
    weCom.troubles.add("busy");
    assertThat(work.start(id))
        .isEqualTo(new Started.Later(TestRooms.START.plus(Duration.ofMinutes(1))));
    assertThat(view(id).numbers().planned()).isEqualTo(1);
  }

  @Test
  void shouldGoOnAsResignedOnceTheBannedMemberIsRemoved() {
    // given
    customer("wm-1", "li.na");
    var id = begin("wang.fang");
    work.plan(id);
    weCom.troubles.add("40143");
    // when
    assertThat(work.start(id)).isEqualTo(new Started.Blocked());
    assertThat(view(id).state()).isEqualTo(State.BLOCKED);
    accounts.become("li.na", Status.LEFT, null, "已从企业移除", "ops");
    // then
    assertThat(view(id).state()).isEqualTo(State.OPEN);
    assertThat(announced).extracting(Announcement::name).endsWith("account-removed");
    assertThat(work.start(id)).isInstanceOf(Started.All.class);
    assertThat(weCom.calls).endsWith("li.na>wang.fang 1 resigned");
  }

  @Test
  void shouldNotEvenAskForWhomWasTransferredTwiceInNinetyDays() {
    // given
    var customer = customer("wm-1", "li.na");
    for (int time = 0; time < 2; time++) {
      var from = time == 0 ? "li.na" : "wang.fang";
      var to = time == 0 ? "wang.fang" : "li.na";
      var id = handOvers.begin(from, List.of(to), "换班", "ops");
      work.plan(id);
      work.start(id);
      rooms.pass(A_DAY);
      weCom.decide(Transfers.Status.TAKEN_OVER);
      work.collect(id);
      weCom.results.clear();
    }
    assertThat(staffOf(customer)).isEqualTo("li.na");
    weCom.calls.clear();
    // when
    var third = begin("wang.fang");
    // then
    assertThat(work.plan(third)).isZero();
    assertThat(weCom.calls).isEmpty();
    assertThat(handOvers.leftovers(third, 10)).extracting(Leftover::code).containsExactly("40128");
  }

  @Test
  void shouldGiveUpWhatNobodyUnblocked() {
    customer("wm-1", "li.na");
    var id = begin("wang.fang");
    work.plan(id);
    work.giveUp(id, "NOT_REMOVED");
    assertThat(view(id).state()).isEqualTo(State.ENDED);
    assertThat(view(id).forPeople()).isEqualTo(1);
  }

  @Test
  void shouldTakeNoOtherAddForATakeOver() {
    customer("wm-1", "li.na");
    assertThat(news.takenOver("wang.fang", "wm-1", rooms.clock().instant())).isFalse();
  }
}
