package dev.siyu.rehearsals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScenarioTest {

  static final Scenario.People PEOPLE =
      new Scenario.People(Duration.ofHours(2), 100, Duration.ofHours(4), 90, Duration.ofMinutes(5));

  static Scenario december() {
    return with(LocalDate.of(2011, 1, 31), 30, null);
  }

  private static Scenario with(LocalDate to, int grain, Scenario.@Nullable Behaviour behaviour) {
    return new Scenario(
        Scenario.Source.SAMPLE,
        LocalDate.of(2010, 12, 1),
        to,
        LocalDate.of(2010, 12, 31),
        100,
        7,
        30,
        LocalDate.of(2026, 12, 7),
        grain,
        PEOPLE,
        behaviour,
        null);
  }

  @Test
  void shouldAskTheReplayForWhatItSays() {
    assertThat(december().replay())
        .isEqualTo(
            "from=2010-12-01,to=2011-01-31,firstBoughtUntil=2010-12-31,customers=100,seed=7,"
                + "replyPercent=30,strangersToo=false,goods=false,speed=max");
  }

  @Test
  void shouldRefuseWhatCannotBePlayedAndSayWhatIsExpected() {
    assertThatThrownBy(() -> with(LocalDate.of(2010, 11, 30), 30, null))
        .hasMessage("SIYU-3711 to: 2010-11-30 (expected: 2010-12-01 to 400 days later)");
    assertThatThrownBy(() -> with(LocalDate.of(2011, 1, 31), 1, null))
        .hasMessage("SIYU-3711 grainMinutes: 1 (expected: 5 to 120)");
    var behaviour = new Scenario.Behaviour(1, 1, List.of(5), 0, 0, 100);
    assertThatThrownBy(() -> with(LocalDate.of(2011, 1, 31), 30, behaviour))
        .hasMessageContaining("only for them");
    assertThatThrownBy(() -> new Scenario.Behaviour(1, 1, List.of(60, 60), 0, 0, 100))
        .hasMessage("SIYU-3711 buyPercentByDay together: 120 (expected: 0 to 100)");
  }
}
