package dev.siyu.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.drawn.FirstOrder;
import dev.siyu.drawn.RepurchaseNurture;
import dev.siyu.drawn.SeedUserIntake;
import dev.siyu.why.Verdict.Ahead;
import dev.siyu.why.WhyFacts.AskedTouch;
import dev.siyu.why.WhyFacts.Run;
import dev.siyu.why.WhyFacts.Trouble;
import dev.siyu.why.WhyFacts.Visit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhyRulesTest {

  private static final Instant T0 = Instant.parse("2028-03-01T02:00:00Z");
  private static final Instant LATER = day(9);

  private static final Visit IN_NURTURE = active("sub_Nurture", "SUB_PROCESS");
  private static final Visit WAITS_AFTER_OFFER =
      active(FirstOrder.TIMER_AFTER_OFFER, "INTERMEDIATE_CATCH_EVENT");
  private static final Visit OFFERED = passed(FirstOrder.TASK_SEND_OFFER, "SERVICE_TASK", 1);
  private static final Visit PAID = passed(FirstOrder.EVENT_ORDER_PAID, "BOUNDARY_EVENT", 2);

  private static Instant day(int days) {
    return T0.plus(Duration.ofDays(days));
  }

  private static Visit active(String id, String type) {
    return new Visit(id, type, "ACTIVE", T0);
  }

  private static Visit passed(String id, String type, int day) {
    return new Visit(id, type, "COMPLETED", day(day));
  }

  private static AskedTouch touch(String state, @Nullable String rule, @Nullable Instant later) {
    return new AskedTouch(state, rule, "原因", later, "zhang", day(1), day(1));
  }

  private static Run running(@Nullable Ahead due, Visit... steps) {
    return new Run("ACTIVE", T0, null, List.of(steps), List.of(), due, null);
  }

  private static Run over(String state, List<String> flows, Visit... steps) {
    return new Run(state, T0, day(30), List.of(steps), flows, null, null);
  }

  private static Verdict ask(String journey, String step, @Nullable Run run, AskedTouch... asked) {
    var name = "旅程";
    return WhyRules.verdict(
        new WhyFacts(journey, name, step, drawing(journey), Arrays.asList(asked), run));
  }

  private static @Nullable DrawnJourney drawing(String journey) {
    var file = "/processes/" + journey + "/" + journey + ".bpmn";
    try (var in = WhyRulesTest.class.getResourceAsStream(file)) {
      return in == null
          ? null
          : DrawnJourney.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldSayWhenAndByWhomItWasMade() {
    // when
    var verdict = ask("first-order", FirstOrder.TASK_SEND_OFFER, null, touch("SENT", null, null));

    // then
    assertThat(verdict).isEqualTo(new Verdict.Made(day(1), "zhang", 1, null));
  }

  @Test
  void shouldSayThatAStepOfALoopMayComeAgain() {
    // given
    var run =
        running(
            new Ahead(RepurchaseNurture.TIMER_CYCLE_DUE, LATER),
            active(RepurchaseNurture.TIMER_CYCLE_DUE, "INTERMEDIATE_CATCH_EVENT"));

    // when
    var verdict =
        ask(
            "repurchase-nurture",
            RepurchaseNurture.TASK_SEND_OFFER,
            run,
            touch("SENT", null, null),
            touch("SENT", null, null));

    // then
    assertThat(verdict).isEqualTo(new Verdict.Made(day(1), "zhang", 2, new Ahead("到复购时间", LATER)));
  }

  @Test
  void shouldNotCallAQueuedTaskSent() {
    assertThat(ask("first-order", FirstOrder.TASK_SEND_OFFER, null, touch("QUEUED", null, null)))
        .isEqualTo(new Verdict.AwaitsConfirmation(day(1), "zhang"));
  }

  @Test
  void shouldNameTheRuleAndTheMomentItIsAskedAgain() {
    // given
    var run =
        running(
            new Ahead(FirstOrder.TIMER_OFFER_ALLOWED, LATER),
            IN_NURTURE,
            active(FirstOrder.TIMER_OFFER_ALLOWED, "INTERMEDIATE_CATCH_EVENT"));

    // when
    var verdict =
        ask("first-order", FirstOrder.TASK_SEND_OFFER, run, touch("REFUSED", "quiet-hours", LATER));

    // then
    assertThat(verdict).isEqualTo(new Verdict.Refused("quiet-hours", "原因", day(1), LATER));
  }

  @Test
  void shouldPromiseNoMomentWhenTheRunHasGoneOn() {
    // given
    var run =
        running(new Ahead(FirstOrder.TIMER_AFTER_OFFER, LATER), IN_NURTURE, WAITS_AFTER_OFFER);

    // when
    var verdict =
        ask("first-order", FirstOrder.TASK_SEND_OFFER, run, touch("REFUSED", "weekly-cap", LATER));

    // then
    assertThat(verdict).isEqualTo(new Verdict.Refused("weekly-cap", "原因", day(1), null));
  }

  @Test
  void shouldSayWhatBecameOfATouchThatWasAllowedButNotMade() {
    for (var state : new String[] {"DECLINED", "EXPIRED", "FAILED", "UNKNOWN"}) {
      assertThat(ask("first-order", FirstOrder.TASK_SEND_OFFER, null, touch(state, "84061", null)))
          .isEqualTo(new Verdict.NotMade(state, "84061", "原因", day(1)));
    }
  }

  @Test
  void shouldSayWhereTheRunWaitsBeforeTheStep() {
    // given
    var run =
        running(
            new Ahead(FirstOrder.TIMER_AFTER_OFFER, LATER), IN_NURTURE, OFFERED, WAITS_AFTER_OFFER);

    // then
    assertThat(ask("first-order", FirstOrder.TASK_SEND_REMINDER1, run))
        .isEqualTo(new Verdict.Pending(new Ahead("满 3 天", LATER)));
  }

  @Test
  void shouldAskAnewInANewRunAlthoughAnEarlierOneMadeIt() {
    // given: the earlier run made it on day 1, this one began on day 5
    var run =
        new Run(
            "ACTIVE",
            day(5),
            null,
            List.of(IN_NURTURE, WAITS_AFTER_OFFER),
            List.of(),
            new Ahead(FirstOrder.TIMER_AFTER_OFFER, LATER),
            null);

    // then
    assertThat(ask("first-order", FirstOrder.TASK_SEND_REMINDER1, run, touch("SENT", null, null)))
        .isInstanceOf(Verdict.Pending.class);
  }

  @Test
  void shouldSayThatTheStepItselfIsAtWorkOrStuck() {
    // given
    var at = active(FirstOrder.TASK_SEND_OFFER, "SERVICE_TASK");
    var stuck =
        new Run(
            "ACTIVE",
            T0,
            null,
            List.of(IN_NURTURE, at),
            List.of(),
            null,
            new Trouble(FirstOrder.TASK_SEND_OFFER, "SIYU-3090"));

    // then
    assertThat(ask("first-order", FirstOrder.TASK_SEND_OFFER, running(null, IN_NURTURE, at)))
        .isEqualTo(new Verdict.UnderWay(T0));
    assertThat(ask("first-order", FirstOrder.TASK_SEND_OFFER, stuck))
        .isEqualTo(new Verdict.Stuck("推荐引流品并发券", "SIYU-3090"));
  }

  @Test
  void shouldSayThatTheCustomerBoughtBeforeItsTurn() {
    // given
    var run = over("COMPLETED", List.of(), OFFERED, PAID);

    // then
    assertThat(ask("first-order", FirstOrder.TASK_SEND_REMINDER1, run))
        .isEqualTo(new Verdict.Interrupted("order-paid", "订单已付款", day(2), null));
  }

  @Test
  void shouldNameTheNextRoundOfWhoBoughtInALoop() {
    // given
    var run =
        running(
            new Ahead(RepurchaseNurture.TIMER_CYCLE_DUE, LATER),
            passed(RepurchaseNurture.TASK_SEND_OFFER, "SERVICE_TASK", 1),
            passed(RepurchaseNurture.EVENT_ORDER_PAID, "BOUNDARY_EVENT", 2),
            active(RepurchaseNurture.TIMER_CYCLE_DUE, "INTERMEDIATE_CATCH_EVENT"));

    // then
    assertThat(ask("repurchase-nurture", RepurchaseNurture.TASK_SEND_REMINDER2, run))
        .isEqualTo(
            new Verdict.Interrupted("order-paid", "订单已付款", day(2), new Ahead("到复购时间", LATER)));
  }

  @Test
  void shouldSayThatTheCustomerLeft() {
    // given
    var run =
        over("COMPLETED", List.of(), passed(FirstOrder.START_CUSTOMER_LEFT, "START_EVENT", 4));

    // then
    assertThat(ask("first-order", FirstOrder.TASK_SEND_REMINDER1, run))
        .isEqualTo(new Verdict.Left(day(4)));
  }

  @Test
  void shouldNameTheTurnAndTheEndOfARunThatWentElsewhere() {
    // given: had paid before it started
    var run =
        over(
            "COMPLETED",
            List.of("flow_AlreadyPaid"),
            passed(FirstOrder.GATEWAY_ALREADY_PAID, "EXCLUSIVE_GATEWAY", 1),
            passed(FirstOrder.END_HANDED_OVER, "END_EVENT", 16));

    // then
    assertThat(ask("first-order", FirstOrder.TASK_SEND_OFFER, run))
        .isEqualTo(new Verdict.OtherBranch("已经付款？", "是", "移交复购", day(1)));
  }

  @Test
  void shouldNameTheEventThatTurnedTheRunAtAnEventGateway() {
    // given
    var run =
        over(
            "COMPLETED",
            List.of(),
            passed(SeedUserIntake.WAIT_FIRST_SIGNAL, "EVENT_BASED_GATEWAY", 1),
            passed(SeedUserIntake.EVENT_REPLIED, "INTERMEDIATE_CATCH_EVENT", 1),
            passed(SeedUserIntake.END_HANDED_OVER, "END_EVENT", 1));

    // when
    var verdict = ask("seed-user-intake", SeedUserIntake.TASK_SEND_REMINDER1, run);

    // then
    assertThat(verdict).isInstanceOf(Verdict.OtherBranch.class);
    assertThat(((Verdict.OtherBranch) verdict).taken()).isEqualTo("客户回复");
  }

  @Test
  void shouldNameTheDecisionNearestToTheStepAndNotALaterLoop() {
    // given: came by an ad; "not now?" later offers a way back to the channels
    var run =
        over(
            "COMPLETED",
            List.of("flow_Ads", "flow_HookSettled"),
            passed(SeedUserIntake.GATEWAY_CHANNEL, "EXCLUSIVE_GATEWAY", 1),
            passed(SeedUserIntake.GATEWAY_HOOK_DEFERRED, "EXCLUSIVE_GATEWAY", 2),
            passed(SeedUserIntake.END_HANDED_OVER, "END_EVENT", 3));

    // then
    assertThat(ask("seed-user-intake", SeedUserIntake.TASK_ISSUE_PARCEL_CARD_COUPON, run))
        .isEqualTo(new Verdict.OtherBranch("来自哪个渠道？", "广告投放", "已移交首单", day(1)));
  }

  @Test
  void shouldSayThatARunWasCancelled() {
    assertThat(ask("first-order", FirstOrder.TASK_SEND_OFFER, over("TERMINATED", List.of())))
        .isEqualTo(new Verdict.Cancelled(day(30)));
  }

  @Test
  void shouldSayThatTheCustomerWasNeverInTheJourney() {
    assertThat(ask("first-order", FirstOrder.TASK_SEND_OFFER, null))
        .isEqualTo(new Verdict.NotInJourney("旅程", "需要促成首单"));
    assertThat(ask("seed-user-intake", WhyFacts.WELCOME, null))
        .isEqualTo(new Verdict.NotInJourney("旅程", "客户添加好友"));
  }

  @Test
  void shouldKnowWhatItDoesNotKnow() {
    assertThat(ask("no-such-journey", "task_X", null))
        .isEqualTo(new Verdict.UnknownJourney("no-such-journey"));
    assertThat(ask("first-order", "task_X", null))
        .isEqualTo(new Verdict.UnknownStep("旅程", "task_X"));
  }

  @Test
  void shouldOfferTheStepsThatTouchAndNoOthers() {
    // when
    var steps = new ArrayList<String>();
    Objects.requireNonNull(drawing("first-order")).touches().forEach(node -> steps.add(node.id()));

    // then
    assertThat(steps)
        .contains(FirstOrder.TASK_SEND_OFFER, FirstOrder.TASK_SEND_REMINDER1)
        .doesNotContain(FirstOrder.TASK_ASSESS_FIRST_ORDER, FirstOrder.TASK_REOPEN);
  }
}
