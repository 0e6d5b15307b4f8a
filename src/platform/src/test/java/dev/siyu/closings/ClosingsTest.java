package dev.siyu.closings;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.approvals.ApprovalEnded.Ending.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.attribution.OrderShares;
import dev.siyu.attribution.Settlements;
import dev.siyu.closings.Closings.Answer;
import dev.siyu.closings.Closings.State;
import dev.siyu.drawn.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosingsTest {

  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final String KEY = "2026-11";
  private ClosingRig rig;
  private Closings closings;
  private ClosingWork steps;

  @BeforeEach
  void open() {
    rig = new ClosingRig(false);
    closings = rig.get(Closings.class);
    steps = rig.get(ClosingWork.class);
    rig.order("1");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Closings.View view() {
    return closings.list().getFirst();
  }

  private void settled() {
    closings.open(NOVEMBER, "finance");
    assertThat(steps.check(KEY, rig.now()).done()).isTrue();
    steps.settle(KEY, rig.now());
    rig.run();
    assertThat(rig.told()).contains(Messages.MONTH_SETTLED + " 2026-11");
    steps.send(KEY, rig.now());
  }

  private void answer(String department, Answer answer) {
    closings.answer(NOVEMBER, department, answer, rig.hash(department), "", "x");
  }

  @Test
  void shouldSettleHaveDepartmentsAnswerAndCloseTheMonthWhenItIsSigned() {
    // given
    settled();
    assertThat(rig.notices()).contains("zhou.min", "chen.jing");
    // when
    answer("门店", Answer.CONFIRMED);
    answer("私域运营部", Answer.CONTESTED);
    assertThat(rig.told()).contains(Messages.STATEMENTS_ANSWERED + " 2026-11");
    assertThat(steps.ask(KEY, rig.now()).done()).isTrue();
    assertThat(steps.ask(KEY, rig.now()).done()).as("repeated").isTrue();
    assertThat(view().state()).isEqualTo(State.DECIDING);
    rig.decide(KEY, APPROVED);
    assertThat(rig.told()).contains(Messages.MONTH_DECIDED + " 2026-11 CLOSED");
    assertThat(view().state()).as("also when its journey is gone").isEqualTo(State.CLOSED);
    int before = rig.notices().size();
    steps.conclude(KEY, rig.now());
    // then
    assertThat(rig.notices()).as("both departments are told").hasSize(before + 2);
    assertThat(view().confirmations())
        .extracting(Closings.Confirmation::answer)
        .containsExactly(Answer.CONTESTED, Answer.CONFIRMED);
    assertThat(rig.get(Settlements.class).find(NOVEMBER).orElseThrow().state())
        .isEqualTo(Settlements.State.CLOSED);
    assertThatThrownBy(() -> closings.open(NOVEMBER, "finance"))
        .extracting("code")
        .isEqualTo("SIYU-8180");
  }

  @Test
  void shouldWaitForContestedOrdersForAWhileAndForAWrongBookAlways() {
    // given
    rig.get(OrderShares.class).hold("mall", "1", "D1");
    closings.open(NOVEMBER, "finance");
    // when
    var first = steps.check(KEY, rig.now());
    // then
    assertThat(first.done()).isFalse();
    assertThat(view().note()).contains("1 张订单有争议");
    assertThat(rig.notices()).containsExactly("he.yan");
    // when
    closings.goOn(NOVEMBER, "finance");
    assertThat(rig.told()).contains(Messages.MONTH_CHECK_WANTED + " 2026-11");
    rig.breakCheck();
    assertThat(steps.check(KEY, rig.now()).done()).as("a wrong book").isFalse();
    rig.mendCheck();
    // then
    assertThat(steps.check(KEY, rig.now()).done()).isTrue();
    steps.settle(KEY, rig.now());
    rig.run();
    assertThat(rig.get(Settlements.class).find(NOVEMBER).orElseThrow().done()).isZero();
  }

  @Test
  void shouldLookAgainSoonWhenOnlyTheBookIsBehind() {
    // given
    rig.unbooked("2");
    closings.open(NOVEMBER, "finance");
    // when
    var looked = steps.check(KEY, rig.now());
    // then
    assertThat(looked.done()).isFalse();
    assertThat(looked.nextAt()).isEqualTo(rig.now().plus(Duration.ofMinutes(10)));
    // when
    rig.get(OrderShares.class).hold("mall", "1", "D1");
    // then
    assertThat(steps.check(KEY, rig.now()).nextAt())
        .as("a dispute takes longer")
        .isEqualTo(rig.now().plus(Duration.ofHours(9)));
    closings.goOn(NOVEMBER, "finance");
    var soon = steps.check(KEY, rig.now());
    assertThat(soon.done()).as("the book is waited for all the same").isFalse();
    assertThat(soon.nextAt()).isEqualTo(rig.now().plus(Duration.ofMinutes(10)));
    rig.run();
    assertThat(steps.check(KEY, rig.now()).done()).isTrue();
  }

  @Test
  void shouldRemindThenTellTheBossThenNoteTheSilent() {
    // given
    settled();
    // when
    rig.rooms.pass(Duration.ofHours(14));
    assertThat(steps.chase(KEY, rig.now()).done()).isFalse();
    rig.rooms.pass(Duration.ofHours(14));
    assertThat(steps.chase(KEY, rig.now()).done()).isFalse();
    assertThat(rig.notices()).contains("wang.zong");
    rig.rooms.pass(Duration.ofHours(9));
    assertThat(steps.chase(KEY, rig.now()).done()).isTrue();
    assertThat(steps.chase(KEY, rig.now()).done()).as("repeated").isTrue();
    // then
    assertThat(view().confirmations())
        .extracting(Closings.Confirmation::answer)
        .containsOnly(Answer.SILENT);
    assertThatThrownBy(() -> answer("门店", Answer.CONFIRMED))
        .extracting("code")
        .isEqualTo("SIYU-8182");
  }

  @Test
  void shouldBeginAnewWithNewAnswersWhenTheStatementsAreRejected() {
    // given
    settled();
    answer("门店", Answer.CONFIRMED);
    answer("私域运营部", Answer.CONFIRMED);
    steps.ask(KEY, rig.now());
    // when
    rig.decide(KEY, REJECTED);
    // then
    assertThat(rig.told()).contains(Messages.MONTH_DECIDED + " 2026-11 REJECTED");
    assertThat(view().state()).isEqualTo(State.CHECKING);
    assertThat(view().round()).isEqualTo(2);
    assertThat(view().confirmations()).isEmpty();
    assertThat(steps.check(KEY, rig.now()).done()).isTrue();
    steps.settle(KEY, rig.now());
    rig.run();
    steps.send(KEY, rig.now());
    assertThat(view().confirmations()).hasSize(2);
  }

  @Test
  void shouldRefuseAnAnswerForAStatementThatChanged() {
    settled();
    assertThatThrownBy(() -> closings.answer(NOVEMBER, "门店", Answer.CONFIRMED, "old", "", "store"))
        .extracting("code")
        .isEqualTo("SIYU-8183");
    assertThatThrownBy(() -> closings.answer(NOVEMBER, "电商部", Answer.CONFIRMED, "none", "", "ecom"))
        .extracting("code")
        .isEqualTo("SIYU-8183");
  }

  @Test
  void shouldAskAgainLaterWhenAnEarlierMonthIsOpenAndBeCalledOff() {
    // given
    rig.orderOf("0", "2026-10-10T04:00:00Z");
    var october = YearMonth.of(2026, 10);
    rig.get(Settlements.class).start(october, "finance");
    rig.run();
    settled();
    // when
    var asked = steps.ask(KEY, rig.now());
    // then
    assertThat(asked.done()).isFalse();
    assertThat(asked.nextAt()).isAfter(rig.now());
    assertThat(view().note()).contains("2026-10");
    // when
    closings.callOff(NOVEMBER, "finance");
    // then
    assertThat(rig.told()).contains(Messages.MONTH_CALLED_OFF + " 2026-11");
    closings.open(NOVEMBER, "finance");
    assertThat(view().round()).isEqualTo(2);
  }

  @Test
  void shouldTellTheDepartmentsOfAMonthThatIsClosedByHandBeforeTheyWereAsked() {
    // given
    closings.open(NOVEMBER, "finance");
    var settlements = rig.get(Settlements.class);
    settlements.start(NOVEMBER, "finance");
    rig.run();
    settlements.ask(NOVEMBER, "finance");
    // when
    rig.decide(KEY, APPROVED);
    // then
    assertThat(view().state()).isEqualTo(State.CLOSED);
    assertThat(rig.notices()).containsExactlyInAnyOrder("zhou.min", "chen.jing");
  }

  @Test
  void shouldNotBeginWithAMonthThatCannotBeClosed() {
    assertThatThrownBy(() -> closings.open(NOVEMBER.plusMonths(1), "finance"))
        .as("not over")
        .extracting("code")
        .isEqualTo("SIYU-8180");
    assertThatThrownBy(() -> closings.open(NOVEMBER.minusMonths(1), "finance"))
        .as("before the first month with money")
        .extracting("code")
        .isEqualTo("SIYU-8180");
    try (var empty = new ClosingRig(true)) {
      var ends = empty.work("month-ends");
      ends.runDue(empty.now());
      assertThat(empty.told()).as("a shop that begins").isEmpty();
      assertThat(ends.nextDue().orElseThrow()).isAfter(empty.now());
    }
  }

  @Test
  void shouldLookAtTheMonthThatEndedOnlyWhenItsHourHasCome() {
    try (var own = new ClosingRig(true)) {
      // given: an hour into January in Shanghai
      own.rooms.pass(Duration.between(own.now(), Instant.parse("2026-12-31T17:00:00Z")));
      // then
      assertThat(own.work("month-ends").nextDue())
          .as("whether December is left is seen then")
          .contains(Instant.parse("2026-12-31T18:00:00Z"));
      // when
      own.rooms.pass(Duration.ofHours(1));
      // then
      assertThat(own.work("month-ends").nextDue())
          .as("nothing was sold in December")
          .contains(Instant.parse("2027-01-31T18:00:00Z"));
    }
  }

  @Test
  void shouldBeginByItselfSomeHoursAfterTheMonthWhereItIsWanted() {
    try (var own = new ClosingRig(true)) {
      own.order("1");
      var ends = own.work("month-ends");
      assertThat(ends.nextDue()).isPresent();
      ends.runDue(own.now());
      ends.runDue(own.now());
      assertThat(own.told()).containsExactly(Messages.MONTH_ENDED + " 2026-11");
      assertThat(ends.nextDue().orElseThrow()).isAfter(own.now());
    }
    assertThat(rig.work("month-ends").nextDue()).isEmpty();
  }
}
