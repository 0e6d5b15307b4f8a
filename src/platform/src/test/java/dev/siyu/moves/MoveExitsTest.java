package dev.siyu.moves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.engine.EntryGate;
import dev.siyu.engine.JourneyRuns.Started;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run leaves its move by several exits; by none of them its customer stays locked out. */
class MoveExitsTest {

  private enum Exit {
    OVER,
    ENDED,
    REFUSED,
    GONE
  }

  private final MoveRig rig = new MoveRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @ParameterizedTest
  @CsvSource({
    "OVER, chosen_run, DROPPED",
    "OVER, moved_run, OVER",
    "ENDED, chosen_run, DROPPED",
    "ENDED, moved_run, ENDED",
    "REFUSED, chosen_run, DROPPED",
    "REFUSED, moved_run, LEFT",
    "GONE, chosen_run, DROPPED",
    "GONE, moved_run, LEFT"
  })
  void shouldLetTheCustomerInAgainAlthoughItIsKilledOnTheWayOut(
      Exit exit, String table, String state) {
    // given
    long move = atTheExit(exit);
    assertThat(rig.enter("C1")).as("kept out").isInstanceOf(EntryGate.Way.Later.class);

    // when
    rig.dieAt(table, state);
    rig.turn();
    rig.live();
    rig.turn();

    // then
    assertThat(rig.enter("C1")).isInstanceOf(EntryGate.Way.ByMessage.class);
    assertThat(rig.moves.find(move).orElseThrow().state()).isEqualTo("DONE");
    assertThat(rig.runs.started).isEmpty();
  }

  /** One step before it leaves. */
  private long atTheExit(Exit exit) {
    rig.inside(1, "C1", "timer_Wait");
    rig.runs.keepsAll = exit == Exit.REFUSED;
    if (exit == Exit.GONE) {
      rig.runs.alive.clear();
    }
    long move = move(2, exit == Exit.ENDED ? Map.of("timer_Wait", Moves.END) : Map.of());
    rig.turn();
    switch (exit) {
      case OVER -> rig.ended(1, "COMPLETED");
      case ENDED -> rig.ended(1, "TERMINATED");
      case REFUSED -> assertThat(rig.runs.cancelled).contains(1L);
      case GONE -> {
        rig.rooms.pass(Duration.ofMinutes(3));
        rig.exported();
      }
    }
    return move;
  }

  @Test
  void shouldKeepNobodyOutBeforeTheCancelIsWrittenDown() {
    // given
    rig.inside(1, "C1", "timer_Wait");
    move(2, Map.of());
    rig.dieAt("moved_run", "CANCELLING");
    rig.turn();
    rig.live();

    // when it ends by itself before the next life
    rig.ended(1, "COMPLETED");
    rig.turn();

    // then
    assertThat(rig.enter("C1")).isInstanceOf(EntryGate.Way.ByMessage.class);
  }

  @Test
  void shouldSayWhyARunThatCannotBeCancelledStays() {
    // given
    long move = atTheExit(Exit.REFUSED);

    // when
    rig.turn();

    // then
    assertThat(rig.moves.left(move)).singleElement().extracting(Moves.Left::zh).isNotNull();
    assertThat(rig.runs.cancelled).as("not for ever").hasSize(2);
  }

  @Test
  void shouldWaitForTheHistoryWhenTheEngineHasForgottenTheRunAlready() {
    // given
    rig.inside(1, "C1", "timer_Wait");
    long move = move(2, Map.of());
    rig.exported();

    // when the end is not in the history yet
    rig.turn();
    rig.turn();
    rig.rooms.pass(Duration.ofMinutes(3));
    rig.turn();

    // then
    assertThat(rig.moves.left(move)).isEmpty();
    assertThat(rig.announced).as("a quiet partition is given something to write").isNotEmpty();
    rig.ended(1, "TERMINATED");
    rig.turn();
    rig.turn();
    assertThat(rig.runs.started).hasSize(1);
  }

  @Test
  void shouldPutBackWithWhatItsOwnSubProcessKept() {
    // given the other version has no such sub-process, and the engine does not take the run there
    rig.inside(1, "C1", "timer_Wait");
    long move = move(4, Map.of());
    rig.runs.lies.add(new Started.Refused("no"));
    rig.turn();
    rig.ended(1, "TERMINATED");

    // when
    rig.turn();
    rig.turn();
    rig.turn();
    rig.begun(5_000, "C1", 1);
    rig.turn();

    // then
    assertThat(rig.runs.started).containsExactly(Map.entry(5_000L, 101L));
    assertThat(rig.runs.variables.get(5_000L)).contains("move:1:1:back");
    assertThat(rig.runs.set.get(12_000L)).hasToString("{since=\"2026-11-20T00:00:00Z\"}");
    assertThat(rig.moves.left(move)).hasSize(1);
  }

  private long move(int to, Map<String, String> mapping) {
    return rig.moves.move(MoveRig.JOURNEY, 1, to, mapping, "新版本更好", "ops");
  }
}
