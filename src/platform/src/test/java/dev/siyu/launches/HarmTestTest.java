package dev.siyu.launches;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded simulations of canaries of every share that are looked at after every block. */
class HarmTestTest {

  private static final double ALPHA = 0.05;
  private static final int RUNS = 300;

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 15, 50, 90})
  void shouldStopEqualVersionsLessOftenThanAlphaHoweverOftenItLooks(int percent) {
    for (double rate : List.of(0.01, 0.1, 0.5)) {
      var equal = new Trial(percent, 3_000, at -> rate, 1);
      assertThat(equal.stopped(() -> HarmTest.ofLoss(0.2), 2))
          .as("loss at %s", rate)
          .isLessThan(ALPHA);
      assertThat(equal.stopped(HarmTest::ofRise, 4)).as("rise at %s", rate).isLessThan(ALPHA);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 15, 50, 90})
  void shouldStopEqualVersionsLessOftenThanAlphaWhileTheRateDrifts(int percent) {
    var up = new Trial(percent, 3_000, at -> 0.05 + 0.45 * at, 1);
    var down = new Trial(percent, 3_000, at -> 0.5 - 0.45 * at, 1);
    assertThat(up.stopped(() -> HarmTest.ofLoss(0.2), 2)).as("up").isLessThan(ALPHA);
    assertThat(down.stopped(() -> HarmTest.ofLoss(0.2), 2)).as("down").isLessThan(ALPHA);
    assertThat(down.stopped(HarmTest::ofRise, 4)).as("rise while down").isLessThan(ALPHA);
  }

  @ParameterizedTest
  @CsvSource({"1, 30000", "5, 8000", "15, 3000", "50, 2000", "90, 4000"})
  void shouldStopABadVersionOfAnyShare(int percent, int entries) {
    var half = new Trial(percent, entries, at -> 0.2, 0.5);
    var triple = new Trial(percent, entries, at -> 0.03, 3);
    assertThat(half.stopped(() -> HarmTest.ofLoss(0.2), 2))
        .as("half the orders lost")
        .isGreaterThan(0.85);
    assertThat(triple.stopped(HarmTest::ofRise, 4))
        .as("three times the leaves")
        .isGreaterThan(0.85);
  }

  @Test
  void shouldHardlyEverStopABetterVersion() {
    var better = new Trial(10, 3_000, at -> 0.15, 4.0 / 3);
    assertThat(better.stopped(() -> HarmTest.ofLoss(0.2), 2)).isLessThan(0.01);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 85, 90})
  void shouldCompareThoseWhoEnteredAtTheSameTime(int percent) {
    // given orders that come and go with the season, for both versions alike
    int stopped = 0;
    var comparison = comparison(20);
    for (int run = 0; run < 60; run++) {
      var up = new Trial(percent, 6_000, at -> 0.05 + 0.45 * at, 1).outcomes(run);
      var down = new Trial(percent, 6_000, at -> 0.5 - 0.45 * at, 1).outcomes(run);
      stopped += comparison.harm(comparison.measures(up)).isPresent() ? 1 : 0;
      stopped += comparison.harm(comparison.measures(down)).isPresent() ? 1 : 0;
    }

    // then
    assertThat(stopped).as("of 120").isLessThan((int) (120 * ALPHA) + 1);
  }

  @Test
  void shouldNameTheMeasureThatGotWorseOnlyWhenEnoughIsCompared() {
    // given
    var comparison = comparison(100);

    // when
    var few = comparison.measures(outcomes(90, 1));
    var many = comparison.measures(outcomes(300, 1));

    // then
    assertThat(few.getFirst().evidence()).as("shown").isGreaterThan(few.getFirst().threshold());
    assertThat(comparison.harm(few)).as("too few to say").isEmpty();
    assertThat(comparison.harm(many)).map(Launches.Measure::name).contains(Comparison.ORDERS);
  }

  @Test
  void shouldCountTheSmallerGroupAsCompared() {
    // given nine of the canary for each of the control
    var measures = comparison(100).measures(outcomes(900, 9));

    // then
    assertThat(measures.getFirst().canaryOf()).isEqualTo(900);
    assertThat(Comparison.compared(measures.getFirst())).isEqualTo(100);
  }

  private static Comparison comparison(int minimumSample) {
    return new Comparison(
        new LaunchSettings(ALPHA, minimumSample, 20, Duration.ofDays(7), Duration.ofMinutes(5)));
  }

  /** Of the canary every twentieth orders, of the control about every second. */
  private static List<Outcome> outcomes(int canaries, int toOneControl) {
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < canaries; i++) {
      outcomes.add(new Outcome(true, i % 20 == 0, false, false));
      if (i % toOneControl == toOneControl - 1) {
        outcomes.add(new Outcome(false, i % 2 == 0, false, false));
      }
    }
    return outcomes;
  }

  /**
   * Customers who enter one after the other.
   *
   * @param rate of the control, by the part of the entries that lies behind (0 to 1)
   * @param factor the canary's rate in relation to it
   */
  private record Trial(int percent, int entries, DoubleUnaryOperator rate, double factor) {

    /** The part of the runs that was stopped at any look. */
    double stopped(Supplier<HarmTest> begin, double split) {
      int stopped = 0;
      for (int run = 0; run < RUNS; run++) {
        stopped += isStopped(begin.get(), outcomes(run), split / ALPHA) ? 1 : 0;
      }
      return stopped / (double) RUNS;
    }

    private static boolean isStopped(HarmTest test, List<Outcome> outcomes, double threshold) {
      for (var block : Block.cut(outcomes)) {
        test.add(block.hits(Outcome::ordered));
        if (test.evidence() >= threshold) {
          return true;
        }
      }
      return false;
    }

    List<Outcome> outcomes(int run) {
      var random = new Random(run);
      var outcomes = new ArrayList<Outcome>(entries);
      for (int i = 0; i < entries; i++) {
        boolean canary = random.nextInt(100) < percent;
        double hit = rate.applyAsDouble(i / (double) entries) * (canary ? factor : 1);
        outcomes.add(new Outcome(canary, random.nextDouble() < hit, false, false));
      }
      return outcomes;
    }
  }
}
