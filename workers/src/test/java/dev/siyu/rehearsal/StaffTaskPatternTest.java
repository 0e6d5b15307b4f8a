package dev.siyu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.customers.CustomerId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pattern of the drawing guide: open a task, wait for its end beside a deadline. */
class StaffTaskPatternTest {

  private static TestEngine engine;
  private static Track track;
  private static int customers = 5_000;

  @BeforeAll
  static void deploy() throws IOException {
    engine = new TestEngine();
    track = new Track(engine);
    try (var drawing =
        Objects.requireNonNull(
            StaffTaskPatternTest.class.getResourceAsStream("/staff-task-pattern.bpmn"))) {
      var xml = new String(drawing.readAllBytes(), StandardCharsets.UTF_8);
      engine
          .client
          .newDeployResourceCommand()
          .addResourceStringUtf8(xml, "staff-task-pattern.bpmn")
          .send()
          .join();
    }
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static Play started() {
    var play = new Play(engine, new CustomerId("C" + ++customers));
    play.run(
        "customer-added",
        new Scenario(
            "staff task",
            new Scenario.Start(null, null, null, null),
            null,
            List.of(),
            new Scenario.Expected(List.of(), null, List.of(), List.of(), null, null)));
    return play;
  }

  private static void ended(String task, String outcome) {
    engine
        .client
        .newPublishMessageCommand()
        .messageName("staff-task-ended")
        .correlationKey(task)
        .timeToLive(Duration.ZERO)
        .variables(Map.of("at", engine.clock.instant().toString(), "taskOutcome", outcome))
        .send()
        .join();
    engine.settle();
  }

  @Test
  void shouldGoOnWhenTheTaskIsDone() {
    // given
    var play = started();
    long instance = track.lastStarted("staff-task-pattern");
    // when
    ended("2", "DONE");
    var waiting = track.isOver(instance);
    ended("1", "DONE");
    // then
    assertThat(play.tasks.opened)
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.staffUserId()).isEqualTo("staff1");
              assertThat(task.content()).isEqualTo("问问使用情况");
              assertThat(Duration.between(engine.clock.instant(), task.deadline()))
                  .isBetween(Duration.ofHours(47), Duration.ofHours(48));
            });
    assertThat(waiting).as("another task's end").isFalse();
    assertThat(track.visited(instance)).contains("end_CalledBack");
  }

  @Test
  void shouldEndByItselfWhenNobodyTellsTheEnd() {
    // given
    started();
    long instance = track.lastStarted("staff-task-pattern");
    // when
    engine.pass(Duration.ofHours(50));
    // then
    assertThat(track.visited(instance)).contains("timer_CallBackOver", "end_NotCalledBack");
  }
}
