package dev.siyu.launches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeded simulations of canaries that are looked at after every single outcome. */
class HarmTestTest {

  private static final double ALPHA = 0.05;
  private static final int RUNS = 2_000;
  private static final int BLOCKS = 1_500;

  @Test
  void shouldStopEqualVersionsLessOftenThanAlphaHoweverOftenItLooks() {
    for (double rate : List.of(0.01, 0.08, 0.3, 0.7)) {
      for (int controls : List.of(1, 9)) {
        long stopped = stops(rate, rate, controls, 0);
        assertThat(stopped / (double) RUNS)
            .as("rate %s, %s controls", rate, controls)
            .isLessThan(ALPHA);
      }
    }
  }

  @Test
  void shouldStopEqualVersionsLessOftenThanAlphaWhileTheRateDrifts() {
    assertThat(stops(0.1, 0.1, 3, 0.4) / (double) RUNS).isLessThan(ALPHA);
  }

  @Test
  void shouldHardlyEverStopABetterVersion() {
    assertThat(stops(0.2, 0.15, 9, 0)).isLessThan(RUNS / 100);
  }

  @Test
  void shouldStopABadVersion() {
    assertThat(stops(0.1, 0.2, 9, 0)).as("half the orders lost").isGreaterThan(RUNS * 95L / 100);
    assertThat(rises(0.06, 0.02)).as("three times the leaves").isGreaterThan(RUNS * 95L / 100);
    assertThat(rises(0.02, 0.02) / (double) RUNS).as("same leaves").isLessThan(ALPHA);
  }

  @Test
  void shouldNameTheMeasureThatGotWorseOnlyWhenEnoughWasSeen() {
    // given
    var comparison =
        new Comparison(
            new LaunchSettings(
                ALPHA, 100, 20, java.time.Duration.ofDays(7), java.time.Duration.ofMinutes(5)));

    // when
    var few = comparison.measures(outcomes(60), 50);
    var many = comparison.measures(outcomes(300), 50);

    // then
    assertThat(few.getFirst().evidence()).as("shown").isGreaterThan(few.getFirst().threshold());
    assertThat(comparison.harm(few)).as("too few to say").isEmpty();
    assertThat(comparison.harm(many)).map(Launches.Measure::name).contains(Comparison.ORDERS);
  }

  private static List<Outcome> outcomes(int each) {
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < each; i++) {
      outcomes.add(new Outcome(true, i % 20 == 0, false, false));
      outcomes.add(new Outcome(false, i % 2 == 0, false, false));
    }
    return outcomes;
  }

  private static long stops(double canary, double control, int controls, double drift) {
    long stopped = 0;
    for (int run = 0; run < RUNS; run++) {
      var random = new Random(run);
      if (stops(random, HarmTest.ofLoss(controls, 0.2), controls, canary, control, drift, 2)) {
        stopped++;
      }
    }
    return stopped;
  }

  private static long rises(double canary, double control) {
    long stopped = 0;
    for (int run = 0; run < RUNS; run++) {
      if (stops(new Random(run), HarmTest.ofRise(9), 9, canary, control, 0, 4)) {
        stopped++;
      }
    }
    return stopped;
  }

  private static boolean stops(
      Random random,
      HarmTest test,
      int controls,
      double canary,
      double control,
      double drift,
      double split) {
    for (int block = 0; block < BLOCKS; block++) {
      double moved = drift * block / BLOCKS;
      int hits = 0;
      for (int i = 0; i < controls; i++) {
        hits += random.nextDouble() < control + moved ? 1 : 0;
      }
      test.add(random.nextDouble() < canary + moved, hits);
      if (test.evidence() >= split / ALPHA) {
        return true;
      }
    }
    return false;
  }
}
