package dev.siyu.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.engine.EntryGate;
import dev.siyu.engine.JourneyRuns.Started;
import dev.siyu.pauses.JourneyEndings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MovesTest {

  private static final String SECOND = MoveRig.JOURNEY;
  private final MoveRig rig = new MoveRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void shouldGoOnInTheOtherVersionFromWhereTheRunStood() {
    // given
    rig.inside(1, "C1", "timer_Wait");
    long move = move(2, Map.of());

    // when
    rig.turn();
    assertThat(rig.runs.cancelled).contains(1L);
    assertThat(rig.runs.started).as("not before the end is known").isEmpty();
    rig.ended(1, "TERMINATED");
    rig.turn();
    rig.turn();
    rig.begun(5_000, "C1", 2);
    rig.turn();

    // then
    assertThat(rig.runs.started).containsExactly(Map.entry(5_000L, 102L));
    assertThat(rig.runs.beginnings.get(5_000L)).containsExactly("timer_Wait");
    assertThat(rig.runs.variables.get(5_000L))
        .as("the due date is counted from the same moment")
        .contains("\"at\":\"2026-12-01T02:00:00Z\"")
        .contains("\"entry\":\"e1\"");
    assertThat(rig.runs.set.get(12_000L))
        .as("what the sub-process keeps for itself")
        .hasToString("{since=\"2026-11-20T00:00:00Z\"}");
    assertThat(progress(move).moved()).isEqualTo(1);
    assertThat(rig.moves.find(move).orElseThrow().state()).isEqualTo("DONE");
    assertThat(rig.moves.link(1).after()).isEqualTo(5_000L);
    assertThat(rig.moves.link(5_000).before()).isEqualTo(1L);
  }

  @Test
  void shouldStartOnceAlthoughItIsKilledAfterTheCommand() {
    // given
    rig.inside(1, "C1", "timer_Wait");
    move(2, Map.of());
    rig.runs.lies.add(new Started.Unclear("killed"));
    rig.turn();
    rig.ended(1, "TERMINATED");
    rig.turn();
    rig.turn();
    assertThat(rig.runs.started).hasSize(1);

    // when the next life looks
    rig.turn();
    rig.begun(5_000, "C1", 2);
    rig.sql("INSERT INTO history.variable VALUES (5000, 'chosenRun', 5000, '\"move:1:1\"', :now)");
    rig.turn();
    rig.turn();

    // then
    assertThat(rig.runs.started).hasSize(1);
    assertThat(progress(1).moved()).isEqualTo(1);
  }

  @Test
  void shouldKeepTheCustomerOutWhileTheyAreInBetween() {
    // given
    rig.inside(1, "C1", "timer_Wait");
    move(2, Map.of());
    rig.turn();
    rig.ended(1, "TERMINATED");

    // when
    var way =
        rig.rooms
            .get(EntryGate.class)
            .way(new EntryGate.Entry("k", "first-order-wanted", "C1", "{}"));

    // then
    assertThat(way).isInstanceOf(EntryGate.Way.Later.class);
  }

  @Test
  void shouldLeaveAloneWhoFinishedMeanwhile() {
    // given
    rig.inside(1, "C1", "timer_Wait");
    long move = move(2, Map.of());
    rig.turn();

    // when
    rig.ended(1, "COMPLETED");
    rig.turn();

    // then
    assertThat(progress(move).over()).isEqualTo(1);
    assertThat(rig.runs.started).isEmpty();
  }

  @Test
  void shouldPutBackWhoGotToAStepTheOtherVersionDoesNotHave() {
    // given
    rig.inside(1, "C1", "timer_Wait");
    long move = move(3, Map.of("timer_Wait", "timer_Other"));
    rig.turn();

    // when the step began before the cancel came
    rig.sql(
        "UPDATE history.element_instance SET state = 'COMPLETED', ended_at = :now WHERE element_id"
            + " = 'timer_Wait'");
    rig.step(990, 1, "task_Send", "SERVICE_TASK", "ACTIVE");
    rig.ended(1, "TERMINATED");
    rig.turn();
    rig.turn();
    rig.begun(5_000, "C1", 1);
    rig.turn();

    // then
    assertThat(rig.runs.started).as("in its own version").containsEntry(5_000L, 101L);
    assertThat(rig.runs.beginnings.get(5_000L)).containsExactly("task_Send");
    assertThat(rig.moves.left(move))
        .singleElement()
        .extracting(Moves.Left::at)
        .isEqualTo(List.of("task_Send"));
  }

  @Test
  void shouldAskWhereEachStepGoes() {
    // given
    rig.inside(1, "C1", "timer_Wait");

    // then
    var preview = rig.moves.preview(MoveRig.JOURNEY, 1, 3);
    assertThat(preview.places()).singleElement().extracting(Moves.Place::target).isNull();
    assertThatThrownBy(() -> move(3, Map.of()))
        .isInstanceOf(MoveRefused.class)
        .hasMessageContaining("timer_Wait");
    assertThatThrownBy(() -> move(3, Map.of("timer_Wait", "task_Other")))
        .as("a step with a job would run at once")
        .isInstanceOf(MoveRefused.class);
  }

  @Test
  void shouldEndRunsWithTheReasonAndWithdrawWhatIsQueued() {
    // given
    rig.inside(1, "C1", "timer_Wait");
    long move = rig.moves.end(SECOND, null, "活动取消", "ops");

    // when
    rig.turn();
    rig.ended(1, "TERMINATED");
    rig.turn();

    // then
    assertThat(progress(move).ended()).isEqualTo(1);
    assertThat(rig.rooms.get(JourneyEndings.class).isEnded(SECOND, "C1", "e1")).isTrue();
    assertThat(rig.rooms.get(JourneyEndings.class).isEnded(SECOND, "C1", "e2"))
        .as("another entry")
        .isFalse();
  }

  @Test
  void shouldEndRunsOfCustomersOnly() {
    // given an approval is inside
    rig.instanceOfNobody(7);

    // then
    assertThatThrownBy(() -> rig.moves.end(SECOND, null, "活动取消", "ops"))
        .isInstanceOf(MoveRefused.class)
        .extracting(e -> ((MoveRefused) e).why().code())
        .isEqualTo("SIYU-8080");
    rig.inside(1, "C1", "timer_Wait");
    long move = rig.moves.end(SECOND, null, "活动取消", "ops");
    rig.turn();
    assertThat(rig.runs.cancelled).containsExactly(1L);
    assertThat(progress(move).underway()).isEqualTo(1);
  }

  @Test
  void shouldKeepTheCountsOfADoneMove() {
    // given
    rig.inside(1, "C1", "timer_Wait");
    long move = rig.moves.end(SECOND, null, "活动取消", "ops");
    rig.turn();
    rig.ended(1, "TERMINATED");
    rig.turn();

    // when
    rig.sql("DELETE FROM moved_run");

    // then
    assertThat(progress(move).ended()).as("not counted again").isEqualTo(1);
  }

  @Test
  void shouldHoldWithoutLeavingAnybodyInBetween() {
    // given
    rig.inside(1, "C1", "timer_Wait");
    long move = move(2, Map.of());
    rig.turn();
    rig.inside(2, "C2", "timer_Wait");
    rig.sql(
        "INSERT INTO moved_run (run_id, instance_key, customer_id, state, changed_at) VALUES (1, 2,"
            + " 'C2', 'TODO', :now)");

    // when
    rig.moves.hold(move, "ops");
    rig.ended(1, "TERMINATED");
    rig.turn();
    rig.turn();
    rig.begun(5_000, "C1", 2);
    rig.turn();

    // then
    assertThat(progress(move).moved()).isEqualTo(1);
    assertThat(progress(move).todo()).isEqualTo(1);
    rig.moves.go(move, "ops");
    rig.turn();
    assertThat(rig.runs.cancelled).contains(2L);
  }

  @Test
  void shouldWaitAMomentForAStepThatIsAtWork() {
    // given
    rig.inside(1, "C1", "task_Send");
    move(2, Map.of());

    // when
    rig.turn();
    assertThat(rig.runs.cancelled).isEmpty();
    rig.rooms.pass(Duration.ofMinutes(2));
    rig.turn();

    // then
    assertThat(rig.runs.cancelled).contains(1L);
  }

  private long move(int to, Map<String, String> mapping) {
    return rig.moves.move(MoveRig.JOURNEY, 1, to, mapping, "新版本更好", "ops");
  }

  private Moves.Progress progress(long move) {
    return rig.moves.find(move).orElseThrow().progress();
  }
}
