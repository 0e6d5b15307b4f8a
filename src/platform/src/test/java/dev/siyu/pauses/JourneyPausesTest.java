package dev.siyu.pauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.engine.JobGate;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JourneyPausesTest {

  private TestRooms rooms;
  private JourneyPauses pauses;

  @BeforeEach
  void open() {
    rooms = TestRooms.open(Map.of("siyu.pauses.known-for", "PT0S"), context -> {}, "pauses");
    pauses = rooms.get(JourneyPauses.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void shouldHoldOnlyTheJourneyThatIsPaused() {
    // when
    assertThat(pauses.pause("first-order", "价格写错了", "manager")).isTrue();
    // then
    assertThat(pauses.isPaused("first-order")).isTrue();
    assertThat(pauses.isPaused("win-back")).isFalse();
    assertThat(pauses.all())
        .containsExactly(
            new JourneyPauses.Pause("first-order", TestRooms.START, "manager", "价格写错了"));
  }

  @Test
  void shouldPauseOnceAndResumeOnce() {
    // given
    pauses.pause("first-order", "价格写错了", "manager");
    // then
    assertThat(pauses.pause("first-order", "另一个原因", "ops")).isFalse();
    assertThat(pauses.resume("first-order", "manager")).isTrue();
    assertThat(pauses.resume("first-order", "manager")).isFalse();
    assertThat(pauses.isPaused("first-order")).isFalse();
    assertThat(pauses.pause("first-order", "又停一次", "ops")).isTrue();
  }

  @Test
  void shouldSpreadWhatComesBackSoThatAResumeIsNoBurst() {
    // given
    var gate = rooms.get(JobGate.class);
    pauses.pause("first-order", "价格写错了", "manager");
    // when
    var rests =
        LongStream.range(0, 1_000)
            .mapToObj(n -> gate.hold("first-order", 2_251_799_813_685_248L + n).orElseThrow())
            .toList();
    // then
    assertThat(rests)
        .allMatch(rest -> rest.compareTo(Duration.ofMinutes(5)) >= 0)
        .allMatch(rest -> rest.compareTo(Duration.ofMinutes(15)) <= 0);
    var busiestMinute =
        rests.stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    Duration::toMinutes, java.util.stream.Collectors.counting()))
            .values()
            .stream()
            .max(Long::compare)
            .orElseThrow();
    assertThat(busiestMinute).as("jobs of 1,000 in one minute of ten").isLessThan(150);
    assertThat(gate.hold("win-back", 1)).isEmpty();
  }

  @Test
  void shouldRefuseARestThatWouldBurst() {
    assertThatThrownBy(
            () -> new PauseSettings(Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(5)))
        .hasMessage("siyu.pauses.longest-rest: PT5M (expected: > shortest-rest = PT5M)");
  }
}
