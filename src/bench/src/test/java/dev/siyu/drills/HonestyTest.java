package dev.siyu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A drill that compared nothing has shown nothing. */
class HonestyTest {

  @Test
  void shouldBeWrongWhenThereWasNothingToCompare() {
    assertThat(Finding.sameOfSome("same", Map.of(), Map.of()).holds()).isFalse();
    assertThat(Finding.sameOfSome("same", Map.of("a", 1L), Map.of()).holds()).isFalse();
    assertThat(Finding.sameOfSome("same", Map.of("a", 1L), Map.of("a", 1L)).holds()).isTrue();
    assertThat(Finding.sameOfSome("same", Map.of("a", 1L), Map.of("a", 2L)).holds()).isFalse();
  }

  @Test
  void shouldCompareAtLeastTwoPlaysThatTellWhatTheyTouched() {
    assertThat(RehearsalDrill.sameTouches(List.of()).holds()).isFalse();
    assertThat(RehearsalDrill.sameTouches(List.of("a")).holds()).as("one play").isFalse();
    assertThat(RehearsalDrill.sameTouches(List.of("", "")).holds()).as("no hash").isFalse();
    assertThat(RehearsalDrill.sameTouches(List.of("a", "b")).holds()).isFalse();
    assertThat(RehearsalDrill.sameTouches(List.of("a", "a")).holds()).isTrue();
  }
}
