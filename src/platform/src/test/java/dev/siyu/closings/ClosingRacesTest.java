package dev.siyu.closings;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.approvals.ApprovalEnded.Ending.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.attribution.Settlements;
import dev.siyu.closings.Closings.Answer;
import dev.siyu.closings.Closings.State;
import dev.siyu.drawn.Messages;
import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do while the journey is elsewhere, or at the same moment. */
class ClosingRacesTest {

  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final String KEY = "2026-11";
  private ClosingRig rig;
  private Closings closings;
  private ClosingWork steps;
  private Settlements settlements;

  @BeforeEach
  void open() {
    rig = new ClosingRig(false);
    closings = rig.get(Closings.class);
    steps = rig.get(ClosingWork.class);
    settlements = rig.get(Settlements.class);
    rig.order("1");
    closings.open(NOVEMBER, "finance");
    steps.check(KEY, rig.now());
    steps.settle(KEY, rig.now());
    rig.run();
    steps.send(KEY, rig.now());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Closings.View view() {
    return closings.list().getFirst();
  }

  private void answer(String department) {
    closings.answer(NOVEMBER, department, Answer.CONFIRMED, rig.hash(department), "", "x");
  }

  @Test
  void shouldNotLoseTheLastAnswerWhenTwoComeAtTheSameMoment() throws Exception {
    // given
    var said = new CountDownLatch(1);
    var secondIsThrough = new CountDownLatch(1);
    // when
    var first =
        CompletableFuture.runAsync(
            () ->
                rig.rooms
                    .database()
                    .transactions()
                    .executeWithoutResult(
                        status -> {
                          answer("门店");
                          said.countDown();
                          assertThat(isReached(secondIsThrough))
                              .as("waits for the first")
                              .isFalse();
                        }));
    assertThat(said.await(10, TimeUnit.SECONDS)).as("the first has answered").isTrue();
    answer("私域运营部");
    secondIsThrough.countDown();
    first.get(10, TimeUnit.SECONDS);
    // then
    assertThat(rig.told()).contains(Messages.STATEMENTS_ANSWERED + " 2026-11");
  }

  private static boolean isReached(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldTellNobodyThatNobodyIsSilent() {
    // given
    answer("门店");
    answer("私域运营部");
    rig.rooms.pass(Duration.ofHours(28));
    int before = rig.notices().size();
    // when
    var looked = steps.chase(KEY, rig.now());
    // then
    assertThat(looked.done()).as("the answers' message is taken first").isFalse();
    assertThat(rig.notices()).hasSize(before);
  }

  @Test
  void shouldLeaveNoMessageOfTheAnswersForTheNextRound() {
    // given: the last answer and the last deadline in the same minute
    answer("门店");
    answer("私域运营部");
    rig.rooms.pass(Duration.ofHours(36));
    // when
    var looked = steps.chase(KEY, rig.now());
    // then
    assertThat(looked.done()).as("the message waits for the journey").isFalse();
    // when
    rig.rooms.pass(Duration.between(rig.now(), looked.nextAt()));
    // then
    assertThat(steps.chase(KEY, rig.now()).done()).as("by now it is gone").isTrue();
    assertThat(view().confirmations())
        .extracting(Closings.Confirmation::answer)
        .containsOnly(Answer.CONFIRMED);
  }

  @Test
  void shouldNotTellTheJourneyOfARejectionThatItDidNotAskFor() {
    // given
    settlements.ask(NOVEMBER, "finance");
    // when
    rig.decide(KEY, REJECTED);
    // then
    assertThat(rig.told()).doesNotContain(Messages.MONTH_DECIDED + " 2026-11 REJECTED");
    assertThat(view().state()).isEqualTo(State.CONFIRMING);
    assertThat(steps.ask(KEY, rig.now()).done()).isTrue();
    assertThat(view().state()).isEqualTo(State.DECIDING);
  }

  @Test
  void shouldNotAskAgainWhenTheStepIsRepeatedAfterARejection() {
    // given: asked, but the engine was not told before somebody rejected
    assertThat(steps.ask(KEY, rig.now()).done()).isTrue();
    rig.decide(KEY, REJECTED);
    // when
    var repeated = steps.ask(KEY, rig.now());
    // then
    assertThat(repeated.done()).as("the journey is told of the rejection").isTrue();
    assertThat(view().state()).isEqualTo(State.CHECKING);
    assertThat(view().round()).isEqualTo(2);
    assertThat(settlements.find(NOVEMBER).orElseThrow().state())
        .as("the second round has no statements yet")
        .isEqualTo(Settlements.State.DONE);
  }

  @Test
  void shouldNotAskForAMonthThatIsCalledOffMeanwhile() {
    // given
    closings.callOff(NOVEMBER, "finance");
    // when
    var asked = steps.ask(KEY, rig.now());
    // then
    assertThat(asked.done()).as("the journey is told that it is over").isTrue();
    assertThat(view().state()).isEqualTo(State.CALLED_OFF);
    assertThat(settlements.find(NOVEMBER).orElseThrow().state())
        .as("it goes on by hand")
        .isEqualTo(Settlements.State.DONE);
  }

  @Test
  void shouldEndTheJourneyOfAMonthThatIsClosedByHand() {
    // given
    settlements.ask(NOVEMBER, "finance");
    // when
    rig.decide(KEY, APPROVED);
    // then
    assertThat(view().state()).isEqualTo(State.CLOSED);
    assertThat(rig.told())
        .contains(Messages.MONTH_CALLED_OFF + " 2026-11")
        .doesNotContain(Messages.MONTH_DECIDED + " 2026-11 CLOSED");
  }

  @Test
  void shouldLookAgainAtOnceAlsoWhenOnlyAWrongBookIsWaitedFor() {
    // given
    rig.orderOf("2", "2026-10-10T04:00:00Z");
    var october = YearMonth.of(2026, 10);
    closings.open(october, "finance");
    rig.breakCheck();
    rig.rooms.pass(Duration.ofDays(3));
    assertThat(steps.check("2026-10", rig.now()).done()).isFalse();
    rig.mendCheck();
    // when
    closings.goOn(october, "finance");
    // then
    assertThat(rig.told()).contains(Messages.MONTH_CHECK_WANTED + " 2026-10");
    assertThat(steps.check("2026-10", rig.now()).done()).isTrue();
  }
}
