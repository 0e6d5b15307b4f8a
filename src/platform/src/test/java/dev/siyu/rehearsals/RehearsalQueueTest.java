package dev.siyu.rehearsals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.siyu.TestRooms;
import dev.siyu.journeys.Finding;
import dev.siyu.journeys.JourneyStudio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalQueueTest {

  private static final Rehearsals.Play FIRST = new Rehearsals.Play("first-order", "v1", "<one/>");
  private static final Rehearsals.Play SECOND = new Rehearsals.Play("first-order", "v2", "<two/>");
  private static final String REPORT =
      "{\"summary\":{\"touchesHash\":\"abc\",\"customers\":2,\"touches\":5,\"coverage\":80}}";

  private final FakeStage stage = new FakeStage();
  private final TestRooms rooms =
      TestRooms.open(
          Map.of("siyu.rehearsals.queue", "3"),
          context -> {
            context.registerBean(Stage.class, () -> stage);
            context.registerBean(JourneyStudio.class, FakeStudio::new);
          },
          "rehearsals");
  private final Rehearsals rehearsals = rooms.get(Rehearsals.class);
  private final RehearsalQueue queue = rooms.get(RehearsalQueue.class);

  @AfterEach
  void close() {
    stage.curtain.countDown();
    rooms.close();
  }

  private long ask(Rehearsals.Play play) {
    return rehearsals.ask(play, null, ScenarioTest.december(), List.of(), "ops");
  }

  /** The queue works on a thread of its own. */
  private Rehearsals.View awaitState(long id, Rehearsals.State state) {
    await().atMost(Duration.ofSeconds(20)).until(() -> view(id).state() == state);
    return view(id);
  }

  private Rehearsals.View view(long id) {
    return rehearsals.find(id).orElseThrow();
  }

  @Test
  void shouldPlayOneAfterTheOtherAndKeepWhatTheyReport() {
    // given
    long one = rehearsals.ask(FIRST, SECOND, ScenarioTest.december(), List.of(), "ops");
    long other = one + 1;

    // when
    queue.open();
    awaitState(one, Rehearsals.State.RUNNING);
    assertThat(view(other).state()).as("one at a time").isEqualTo(Rehearsals.State.QUEUED);
    stage.curtain.countDown();
    awaitState(other, Rehearsals.State.DONE);

    // then
    assertThat(stage.played)
        .extracting(order -> order.drawings().getLast().xml())
        .containsExactly("<one/>", "<two/>");
    assertThat(view(one).pair()).isEqualTo(other);
    assertThat(rehearsals.latest("first-order", Hashes.of("<one/>")).orElseThrow().touches())
        .isEqualTo(5);
    assertThat(rehearsals.story(one, "12345").orElseThrow()).contains("events");
    assertThat(rehearsals.compare(one, other).differing()).isZero();
  }

  @Test
  void shouldCancelWhatWaitsAtOnceAndWhatRunsSoon() {
    // given
    long runs = ask(FIRST);
    long waits = ask(FIRST);
    queue.open();
    awaitState(runs, Rehearsals.State.RUNNING);

    // when
    assertThat(rehearsals.cancel(waits, "ops")).isTrue();
    assertThat(rehearsals.cancel(runs, "ops")).isTrue();

    // then
    assertThat(view(waits).state()).isEqualTo(Rehearsals.State.CANCELLED);
    awaitState(runs, Rehearsals.State.CANCELLED);
    assertThat(rehearsals.cancel(runs, "ops")).as("it has ended").isFalse();
    assertThat(stage.played).hasSize(1);
  }

  @Test
  void shouldMarkWhatAnEarlierAppLeftRunningAndCleanUp() {
    // given an app that was killed
    long id = ask(FIRST);
    rooms.jdbc().sql("UPDATE rehearsal SET state = 'RUNNING'").update();

    // when
    queue.open();

    // then
    awaitState(id, Rehearsals.State.INTERRUPTED);
    assertThat(stage.cleared).isTrue();
  }

  @Test
  void shouldKeepTheReasonOfAFailure() {
    // given
    stage.ending = new Stage.Ending.Failed("SIYU-3702", "no disk");
    stage.curtain.countDown();
    long id = ask(FIRST);

    // when
    queue.open();

    // then
    assertThat(awaitState(id, Rehearsals.State.FAILED).reason()).isEqualTo("SIYU-3702 no disk");
  }

  @Test
  void shouldRefuseAFullQueueAndWrongFilesAndOtherScenarios() {
    ask(FIRST);
    ask(FIRST);
    assertThatThrownBy(
            () -> rehearsals.ask(FIRST, SECOND, ScenarioTest.december(), List.of(), "ops"))
        .hasMessageContaining("SIYU-3712");
    assertThatThrownBy(
            () ->
                rehearsals.ask(
                    FIRST,
                    null,
                    ScenarioTest.december(),
                    List.of(new Stage.File("orders.csv", "x")),
                    "ops"))
        .hasMessageContaining("SIYU-3711");
    assertThatThrownBy(() -> rehearsals.compare(1, 2)).hasMessageContaining("SIYU-3714");
  }

  /** Plays until the curtain falls or somebody leaves. */
  private static final class FakeStage implements Stage {
    final CountDownLatch curtain = new CountDownLatch(1);
    final List<Order> played = new CopyOnWriteArrayList<>();
    volatile Ending ending = new Ending.Done(REPORT);
    volatile boolean cleared;

    @Override
    public Ending play(Order order, Audience audience) {
      played.add(order);
      audience.progress(new Progress("PLAY", TestRooms.START, 1, 2));
      try {
        while (!curtain.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
          if (audience.leaves()) {
            return new Ending.Cancelled();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (ending instanceof Ending.Done) {
        audience.story(
            "12345",
            "{\"touches\":1,\"refused\":0,\"orders\":1,\"paidCents\":5,\"digest\":\"d\",\"events\":[]}");
      }
      return ending;
    }

    @Override
    public void clear() {
      cleared = true;
    }
  }

  /** Every drawing is fine. */
  private static final class FakeStudio implements JourneyStudio {

    @Override
    public List<Map<String, Object>> templates() {
      return List.of();
    }

    @Override
    public Optional<String> drawing(String processId) {
      return Optional.of("<other/>");
    }

    @Override
    public List<Version> versions(String processId) {
      return List.of();
    }

    @Override
    public Optional<String> drawing(String processId, int version) {
      return Optional.empty();
    }

    @Override
    public List<String> changed() {
      return List.of("win-back");
    }

    @Override
    public List<Finding> check(String xml) {
      return new ArrayList<>();
    }

    @Override
    public Deployment deploy(String xml, @Nullable String comment, String actor) {
      throw new UnsupportedOperationException();
    }
  }
}
