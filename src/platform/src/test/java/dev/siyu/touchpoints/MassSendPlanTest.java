package dev.siyu.touchpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.touchpoints.MassSendPlan.Planned;
import dev.siyu.touchpoints.MassSendPlan.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MassSendPlanTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant TEN_OCLOCK = Instant.parse("2026-12-01T02:00:00Z");

  private static MassSendSettings settings(String... reminders) {
    return new MassSendSettings(
        List.of(Duration.ofMinutes(10), Duration.ofHours(1)),
        List.of(reminders).stream().map(Duration::parse).toList(),
        Duration.ofHours(22),
        Duration.ofDays(1),
        Duration.ofDays(2),
        LocalTime.of(9, 0),
        LocalTime.of(21, 0),
        Duration.ofMinutes(1));
  }

  private static MassSendPlan plan(Instant created) {
    var settings = settings("PT2H", "PT5H", "PT20H");
    return MassSendPlan.of(created, MassSendPlan.deadline(created, settings), settings, SHANGHAI);
  }

  @Test
  void shouldLookUpRemindEscalateReassignAndTimeOutAtWorkingTimes() {
    // when
    var steps = plan(TEN_OCLOCK).steps();
    // then: 20 h and 22 h later it is night, so both wait until nine
    assertThat(steps)
        .containsExactly(
            new Planned(Step.LOOK_UP, Instant.parse("2026-12-01T02:10:00Z")),
            new Planned(Step.LOOK_UP, Instant.parse("2026-12-01T03:00:00Z")),
            new Planned(Step.REMIND, Instant.parse("2026-12-01T04:00:00Z")),
            new Planned(Step.REMIND, Instant.parse("2026-12-01T07:00:00Z")),
            new Planned(Step.REMIND, Instant.parse("2026-12-02T01:00:00Z")),
            new Planned(Step.ESCALATE, Instant.parse("2026-12-02T01:00:00Z")),
            new Planned(Step.REASSIGN, Instant.parse("2026-12-02T02:00:00Z")),
            new Planned(Step.TIME_OUT, Instant.parse("2026-12-03T02:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T02:00:00Z, 2026-12-01T02:09:59Z, ",
    "2026-12-01T02:00:00Z, 2026-12-01T02:10:00Z, LOOK_UP",
    "2026-12-01T02:10:00Z, 2026-12-01T02:30:00Z, ",
    "2026-12-01T02:10:00Z, 2026-12-01T04:00:00Z, REMIND",
    "2026-12-01T07:00:00Z, 2026-12-02T01:00:00Z, ESCALATE",
    "2026-12-02T01:00:00Z, 2026-12-02T02:00:00Z, REASSIGN",
    "2026-12-02T02:00:00Z, 2026-12-02T23:00:00Z, ",
    "2026-12-02T02:00:00Z, 2026-12-03T02:00:00Z, TIME_OUT",
    "2026-12-01T02:00:00Z, 2026-12-09T02:00:00Z, TIME_OUT"
  })
  void shouldDoOnlyTheFurthestStepThatIsDue(Instant doneUntil, Instant now, Step step) {
    // when
    var due = plan(TEN_OCLOCK).due(doneUntil, now);
    // then
    assertThat(due.map(Planned::step).orElse(null)).isEqualTo(step);
  }

  @Test
  void shouldLeaveOutWhatComesAfterAKeptDeadline() {
    // given: handed on one day after the first creation
    var created = TEN_OCLOCK.plus(Duration.ofDays(1));
    var deadline = TEN_OCLOCK.plus(Duration.ofDays(2));
    // when
    var plan = MassSendPlan.of(created, deadline, settings("PT2H"), SHANGHAI);
    // then
    assertThat(plan.steps()).extracting(Planned::step).doesNotContain(Step.REASSIGN);
    assertThat(plan.nextAfter(plan.steps().getLast().at())).isEqualTo(deadline);
  }

  @Test
  void shouldRefuseMoreRemindersThanWeComAllows() {
    assertThatThrownBy(() -> settings("PT1H", "PT2H", "PT3H", "PT4H"))
        .hasMessageContaining("siyu.mass-sends.reminders")
        .hasMessageContaining("expected: 3 or fewer");
    assertThatThrownBy(() -> settings("PT2H", "PT1H")).hasMessageContaining("ascending");
  }

  @ParameterizedTest
  @CsvSource({
    "CREATED, REMINDED, true",
    "CREATED, CONFIRMED, true",
    "CREATED, REASSIGNED, false",
    "CREATED, TIMED_OUT, false",
    "ESCALATED, CANCELLING, true",
    "ESCALATED, REMINDED, false",
    "CANCELLING, CONFIRMED, true",
    "CANCELLING, REASSIGNED, true",
    "CANCELLING, CREATED, false",
    "CONFIRMED, REASSIGNED, false",
    "REASSIGNED, CONFIRMED, false",
    "TIMED_OUT, CONFIRMED, false"
  })
  void shouldMoveOnlyAlongTheStateMachine(MassSendState from, MassSendState to, boolean may) {
    assertThat(from.canBecome(to)).isEqualTo(may);
  }
}
