package dev.siyu.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final ReadinessSettings LIMITS =
      new ReadinessSettings(
          400,
          3_500,
          90,
          50,
          3_000,
          5_000,
          1_000,
          1_000,
          10,
          600,
          Duration.ofDays(6),
          Duration.ofHours(1));

  private final VerdictTable table = new VerdictTable();

  private static Scores scores(int resources, int forces) {
    var scores = new EnumMap<Section, Integer>(Section.class);
    for (var section : Section.values()) {
      scores.put(section, section.isResource() ? resources : forces);
    }
    return new Scores(scores);
  }

  private static Scores with(Scores scores, Section section, int score) {
    var changed = new EnumMap<Section, Integer>(scores.bySection());
    changed.put(section, score);
    return new Scores(changed);
  }

  @Test
  void shouldPutFrequencyAndMarginIntoTheirQuadrant() {
    assertThat(Quadrant.of(400, 3_500, LIMITS)).isEqualTo(Quadrant.HIGH_HIGH);
    assertThat(Quadrant.of(399, 3_500, LIMITS)).isEqualTo(Quadrant.LOW_FREQUENCY_HIGH_MARGIN);
    assertThat(Quadrant.of(400, 3_499, LIMITS)).isEqualTo(Quadrant.HIGH_FREQUENCY_LOW_MARGIN);
    assertThat(Quadrant.of(399, 3_499, LIMITS)).isEqualTo(Quadrant.LOW_LOW);
  }

  @Test
  void shouldNeverDoItWhenBothAreLow() {
    assertThat(table.on(Quadrant.LOW_LOW, scores(100, 100)).verdict()).isEqualTo(State.STOP);
  }

  @Test
  void shouldDoItOnlyWhenNothingIsWeak() {
    var fine = scores(60, 50);
    var weak = with(scores(80, 80), Section.PERSONA, 39);
    assertThat(table.on(Quadrant.HIGH_HIGH, fine).verdict()).isEqualTo(State.GO);
    assertThat(table.on(Quadrant.LOW_FREQUENCY_HIGH_MARGIN, fine).reason()).contains("1,000");
    assertThat(table.on(Quadrant.HIGH_HIGH, weak).verdict()).isEqualTo(State.CONDITIONS);
    assertThat(table.on(Quadrant.HIGH_HIGH, scores(59, 80)).verdict()).isEqualTo(State.CONDITIONS);
    assertThat(table.on(Quadrant.HIGH_FREQUENCY_LOW_MARGIN, fine).verdict())
        .isEqualTo(State.CONDITIONS);
  }

  @Test
  void shouldStopWhenAResourceIsAllButMissing() {
    assertThat(table.on(Quadrant.HIGH_HIGH, scores(29, 90)).verdict()).isEqualTo(State.STOP);
    assertThat(table.on(Quadrant.HIGH_HIGH, with(scores(90, 90), Section.IT, 24)).verdict())
        .isEqualTo(State.STOP);
  }

  @Test
  void shouldAnswerEveryQuestionWithAVerdictAndAReason() {
    for (var quadrant : Quadrant.values()) {
      for (int score = 0; score <= 100; score += 5) {
        var said = table.on(quadrant, scores(score, 100 - score));
        assertThat(said.verdict()).isIn(State.GO, State.CONDITIONS, State.STOP);
        assertThat(said.reason()).isNotBlank();
      }
    }
  }

  @Test
  void shouldPassAGateOnlyWithBothItsNumbers() {
    assertThat(stage(2_999, 2_999)).isEqualTo(Gates.Stage.ZERO_TO_ONE);
    assertThat(stage(3_000, 299)).isEqualTo(Gates.Stage.ZERO_TO_ONE);
    assertThat(stage(3_000, 300)).isEqualTo(Gates.Stage.ONE_TO_TEN);
    assertThat(stage(30_000, 3_000)).isEqualTo(Gates.Stage.TEN_TO_N);
    assertThat(stage(30_000, 1_799)).as("conversion fell").isEqualTo(Gates.Stage.ZERO_TO_ONE);
    assertThat(
            StageGates.view(1_000, 100, Quadrant.LOW_FREQUENCY_HIGH_MARGIN, List.of(), LIMITS)
                .stage())
        .isEqualTo(Gates.Stage.ONE_TO_TEN);
  }

  private static Gates.Stage stage(long customers, long buyers) {
    return StageGates.view(customers, buyers, Quadrant.HIGH_HIGH, List.of(), LIMITS).stage();
  }

  @Test
  void shouldRefuseALimitOutOfBounds() {
    assertThatThrownBy(
            () ->
                new ReadinessSettings(
                    0, 1, 1, 1, 1, 1, 1, 1, 2, 1, Duration.ofDays(1), Duration.ofHours(1)))
        .hasMessage("siyu.readiness.frequency: 0 (expected: 1 to 100000)");
  }
}
