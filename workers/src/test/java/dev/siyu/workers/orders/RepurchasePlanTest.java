package dev.siyu.workers.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.orders.PurchaseStory;
import dev.siyu.workers.orders.RepurchasePlan.Facts;
import dev.siyu.workers.orders.RepurchasePlan.State;
import dev.siyu.workers.orders.RepurchasePlan.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepurchasePlanTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** 14:00 in Shanghai. */
  private static final Instant T0 = Instant.parse("2028-03-01T06:00:00Z");

  private static final RepurchaseSettings SETTINGS = settings(Duration.ofDays(3));

  private static RepurchaseSettings settings(Duration lead) {
    return new RepurchaseSettings(
        Duration.ofDays(45),
        Duration.ofDays(10),
        Duration.ofDays(180),
        lead,
        Duration.ofDays(14),
        2,
        LocalTime.of(9, 30),
        LocalTime.of(20, 0));
  }

  private static Instant day(int days) {
    return T0.plus(Duration.ofDays(days));
  }

  private static Facts facts(int today, @Nullable Instant returned, Integer... paidOn) {
    var paid = Arrays.stream(paidOn).map(on -> day(on)).toList();
    var story = new PurchaseStory(paid, returned, 100L);
    return new Facts(story, OptionalInt.empty(), SHANGHAI, day(today));
  }

  private static State waiting(int until, int basedOn) {
    return new State(Step.WAIT, day(until), day(basedOn), 0, 0, true);
  }

  private static State offered(int round, int silent, int basedOn) {
    return new State(Step.OFFER, day(basedOn), day(basedOn), silent, round, true);
  }

  @Test
  void shouldWaitForTheCustomersOwnCycleMinusTheLead() {
    // given
    var before = new State(Step.REPEAT, null, null, 0, 0, true);

    // when
    var next = RepurchasePlan.next(before, facts(45, null, 0, 20, 44), SETTINGS);

    // then: gaps of 20 and 24 days
    assertThat(next.step()).isEqualTo(Step.WAIT);
    assertThat(next.offerAt()).isEqualTo(day(44 + 22 - 3));
  }

  @Test
  void shouldTakeTheShopsCycleForACustomerWithTwoPurchases() {
    // given
    var story = new PurchaseStory(List.of(day(0), day(20)), null, 100L);
    var facts = new Facts(story, OptionalInt.of(60), SHANGHAI, day(30));

    // when
    var next = RepurchasePlan.next(waiting(30, 0), facts, SETTINGS);

    // then
    assertThat(next.offerAt()).isEqualTo(day(20 + 60 - 3));
  }

  @Test
  void shouldTakeTheSettingWhenTheShopKnowsNothingYet() {
    assertThat(RepurchasePlan.cycle(facts(0, null, 0), SETTINGS)).isEqualTo(Duration.ofDays(45));
  }

  @Test
  void shouldKeepALearntCycleBetweenTheShortestAndTheLongest() {
    assertThat(RepurchasePlan.cycle(facts(4, null, 0, 1, 2), SETTINGS).toDays()).isEqualTo(10);
    assertThat(RepurchasePlan.cycle(facts(900, null, 0, 300, 600), SETTINGS).toDays())
        .isEqualTo(180);
  }

  @Test
  void shouldOfferWhenTheMomentHasCome() {
    // when
    var next = RepurchasePlan.next(waiting(42, 0), facts(42, null, 0), SETTINGS);

    // then
    assertThat(next.step()).isEqualTo(Step.OFFER);
    assertThat(next.round()).isEqualTo(1);
  }

  @Test
  void shouldBeginTheNextCycleAfterAPurchaseNobodyAnnounced() {
    // when
    var next = RepurchasePlan.next(waiting(42, 0), facts(42, null, 0, 30), SETTINGS);

    // then
    assertThat(next.step()).isEqualTo(Step.WAIT);
    assertThat(next.offerAt()).isEqualTo(day(30 + 42));
  }

  @Test
  void shouldMarkTheSecondPurchaseOnce() {
    // when
    var first = RepurchasePlan.next(State.NEW, facts(31, null, 0, 30), SETTINGS);
    var second = RepurchasePlan.next(first, facts(31, null, 0, 30), SETTINGS);

    // then
    assertThat(first.step()).isEqualTo(Step.REPEAT);
    assertThat(second.step()).isEqualTo(Step.WAIT);
    assertThat(second.offerAt()).isEqualTo(first.offerAt()).isEqualTo(day(30 + 42));
  }

  @Test
  void shouldNotCountTwoOrdersOfADayAsTwoPurchases() {
    assertThat(RepurchasePlan.next(State.NEW, facts(16, null, 0, 0, 0), SETTINGS).step())
        .isEqualTo(Step.WAIT);
  }

  @Test
  void shouldOfferOneCycleLaterAfterSilence() {
    // when
    var next = RepurchasePlan.next(offered(1, 0, 0), facts(61, null, 0), SETTINGS);

    // then
    assertThat(next.step()).isEqualTo(Step.WAIT);
    assertThat(next.silent()).isEqualTo(1);
    assertThat(next.offerAt()).isEqualTo(day(90 - 3));
  }

  @Test
  void shouldRestAfterSilenceAlsoInAShortCycle() {
    // given: a cycle of 10 days, whose second one ended while we reminded
    var before = offered(1, 0, 20);

    // when
    var next = RepurchasePlan.next(before, facts(46, null, 0, 10, 20), SETTINGS);

    // then
    assertThat(next.offerAt()).isEqualTo(day(46 + 14));
  }

  @Test
  void shouldNotRestADayLongerForTheSecondsThatAStepComesLate() {
    for (var late : List.of(Duration.ofSeconds(6), Duration.ofMinutes(1))) {
      // given: bought at 14:30, every ten days; looked at a little after the last offer's hour
      var paid = Stream.of(0, 10, 20).map(on -> halfPastTwo(on)).toList();
      var now = halfPastTwo(46).plus(late);
      var facts =
          new Facts(new PurchaseStory(paid, null, 100L), OptionalInt.empty(), SHANGHAI, now);
      var before = new State(Step.OFFER, halfPastTwo(20), halfPastTwo(20), 0, 1, true);
      // when
      var next = RepurchasePlan.next(before, facts, SETTINGS);
      // then
      assertThat(next.offerAt()).as("14 days, not 15, at " + now).isEqualTo(halfPastTwo(46 + 14));
    }
  }

  private static Instant halfPastTwo(int days) {
    return day(days).plus(Duration.ofMinutes(30));
  }

  @Test
  void shouldLetACustomerSleepAfterTwoSilentCycles() {
    assertThat(RepurchasePlan.next(offered(2, 1, 0), facts(106, null, 0), SETTINGS).step())
        .isEqualTo(Step.DORMANT);
  }

  @Test
  void shouldForgetSilenceAfterAPurchase() {
    // when
    var next = RepurchasePlan.next(offered(2, 1, 0), facts(90, null, 0, 89), SETTINGS);

    // then
    assertThat(next.step()).isEqualTo(Step.WAIT);
    assertThat(next.silent()).isZero();
  }

  @Test
  void shouldCountTheCycleFromAFullRefundThatFollowedTheLastStandingOrder() {
    // when
    var next = RepurchasePlan.next(offered(1, 0, 40), facts(50, day(50), 0), SETTINGS);

    // then
    assertThat(next.step()).isEqualTo(Step.WAIT);
    assertThat(next.offerAt()).isEqualTo(day(50 + 42));
  }

  @Test
  void shouldEndWhenNoOrderStands() {
    assertThat(RepurchasePlan.next(offered(1, 0, 0), facts(50, day(50)), SETTINGS).step())
        .isEqualTo(Step.DORMANT);
  }

  @Test
  void shouldOfferAtTheTimeOfDayTheCustomerBuysButNotAtNight() {
    // given: bought at 23:10
    var late = Instant.parse("2028-03-01T15:10:00Z");
    var story = new PurchaseStory(List.of(late), null, 100L);
    var facts = new Facts(story, OptionalInt.empty(), SHANGHAI, late);

    // when
    var next = RepurchasePlan.next(State.NEW, facts, SETTINGS);

    // then
    assertThat(next.offerAt()).isEqualTo(Instant.parse("2028-04-13T12:00:00Z"));
  }

  @Test
  void shouldOfferAtHalfHoursSoThatManyCustomersShareAMoment() {
    // given: bought at 14:47
    var bought = Instant.parse("2028-03-01T06:47:00Z");
    var story = new PurchaseStory(List.of(bought), null, 100L);
    var facts = new Facts(story, OptionalInt.empty(), SHANGHAI, bought);

    // when
    var next = RepurchasePlan.next(State.NEW, facts, SETTINGS);

    // then
    assertThat(next.offerAt()).isEqualTo(Instant.parse("2028-04-12T07:00:00Z"));
  }

  @Test
  void shouldLeaveWhoBoughtAloneForAllOfTheTime() {
    // given
    var bought = Instant.parse("2028-03-01T06:10:00Z");
    var story = new PurchaseStory(List.of(bought), null, 100L);
    var facts = new Facts(story, OptionalInt.of(10), SHANGHAI, bought);

    // when
    var next = RepurchasePlan.next(State.NEW, facts, SETTINGS);

    // then
    assertThat(next.offerAt())
        .as("the shortest cycle less the lead")
        .isAfterOrEqualTo(bought.plus(Duration.ofDays(7)));
  }

  @Test
  void shouldRefuseALeadLongerThanTheShortestCycle() {
    assertThatThrownBy(() -> settings(Duration.ofDays(10)))
        .hasMessage("siyu.repurchase.shortest: PT240H (expected: PT264H to PT8760H)");
  }
}
