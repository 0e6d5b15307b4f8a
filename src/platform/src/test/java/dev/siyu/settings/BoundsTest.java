package dev.siyu.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundsTest {

  @Test
  void shouldAcceptBothEnds() {
    assertThatCode(
            () -> {
              Bounds.between("siyu.x.tries", 1, 1, 5);
              Bounds.between("siyu.x.tries", 5, 1, 5);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void shouldSayTheValueAndWhatWasExpected() {
    assertThatThrownBy(
            () ->
                Bounds.between(
                    "siyu.x.wait",
                    Duration.ofHours(2),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(90)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("siyu.x.wait: PT2H (expected: PT1S to PT1H30M)");
  }

  @Test
  void shouldLeaveItToOthersHowTheyRefuse() {
    assertThat(Bounds.objection("seed", -1, 0, 9)).contains("seed: -1 (expected: 0 to 9)");
    assertThat(Bounds.objection("seed", 9, 0, 9)).isEmpty();
  }
}
