package dev.siyu.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.artifacts.Rounds.Count;
import dev.siyu.artifacts.Rounds.Way;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {

  private static final Rounds ROUNDS =
      new Rounds(
          Map.of("round", new Count(Way.UP, true), "left", new Count(Way.DOWN, false)),
          Map.of("outcome", "REFUSED_LATER", "plan", "", "open", ""));

  @Test
  void shouldSeeWhatIsCounted() {
    assertThat(Rounds.way("round", "=round + 1")).contains(new Count(Way.UP, false));
    assertThat(Rounds.way("round", "=if round = null then 2 else round + 1"))
        .contains(new Count(Way.UP, true));
    assertThat(Rounds.way("left", "=left - 1")).contains(new Count(Way.DOWN, false));
    assertThat(Rounds.way("round", "=2")).isEmpty();
    assertThat(Rounds.way("round", "=if kept then round + 1 else 0")).isEmpty();
    assertThat(Rounds.way("round", "=if round = null then round + 1 else round")).isEmpty();
    assertThat(Rounds.way("round", "=min(round + 1, 1)")).isEmpty();
    assertThat(Rounds.way("round", "=round + 0.0000000001")).as("for ever, nearly").isEmpty();
    assertThat(Rounds.way("round", "=other + 1")).isEmpty();
    assertThat(Rounds.way("round", "=round + 0")).isEmpty();
    assertThat(Rounds.way("round", "=\"round + 1\"")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=round < 2",
        "=2 > round",
        "=round = null or round <= 2",
        "=kept and round < 2",
        "=left > 0",
        "=outcome = \"REFUSED_LATER\"",
        "=plan = \"OFFER\"",
        "=open"
      })
  void shouldSeeThatAWayEnds(String condition) {
    assertThat(ROUNDS.ends(condition)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=round > 2",
        "=netCents < 2",
        "=left < 9",
        "=round < limit",
        "=round < 2 or kept",
        "=left = null or left > 0",
        "=outcome = \"SENT\"",
        "=outcome != \"REFUSED_LATER\"",
        "=\"round < 2\" = x",
        ""
      })
  void shouldSeeThatAWayNeedNotEnd(String condition) {
    assertThat(ROUNDS.ends(condition)).isFalse();
  }

  @Test
  void shouldSeeThatAWayOutIsTakenOneDay() {
    assertThat(ROUNDS.comes("=round >= 3")).isTrue();
    assertThat(ROUNDS.comes("=bought or left < 1")).isTrue();
    assertThat(ROUNDS.comes("=bought and round >= 3")).isFalse();
    assertThat(ROUNDS.comes("=round < 3")).isFalse();
  }
}
