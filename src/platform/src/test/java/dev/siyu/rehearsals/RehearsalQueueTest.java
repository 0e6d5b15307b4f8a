package dev.siyu.rehearsals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.siyu.TestRooms;
import dev.siyu.journeys.JourneyStudio;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalQueueTest {

  private static final Rehearsals.Play FIRST = play("v1", "first-order", "one");
  private static final Rehearsals.Play SECOND = play("v2", "first-order", "two");
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

  private static Rehearsals.Play play(String label, String drawn, String name) {
    return new Rehearsals.Play(
        "first-order",
        label,
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <process id="%s" name="%s"/>
        </definitions>
        """
            .formatted(drawn, name));
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
        .containsExactly(FIRST.xml(), SECOND.xml());
    assertThat(view(one).pair()).isEqualTo(other);
    assertThat(rehearsals.latest(FIRST.xml()).orElseThrow().touches()).isEqualTo(5);
    assertThat(rehearsals.latest(FIRST.xml() + " ")).as("of this drawing, to the byte").isEmpty();
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
  void shouldMarkWhatAnEarlierAppLeftRunningAndGoOnWithWhatWaits() {
    // given an app that was killed
    long cut = ask(FIRST);
    rooms.jdbc().sql("UPDATE rehearsal SET state = 'RUNNING'").update();
    long waits = ask(SECOND);
    stage.curtain.countDown();

    // when
    queue.open();

    // then
    awaitState(cut, Rehearsals.State.INTERRUPTED);
    awaitState(waits, Rehearsals.State.DONE);
    assertThat(stage.clearings).hasValue(1);
  }

  @Test
  void shouldTryAgainUntilWhatIsLeftIsCleared() {
    // given
    stage.clearingFails.set(1);
    stage.curtain.countDown();
    long id = ask(FIRST);

    // when
    queue.open();

    // then
    awaitState(id, Rehearsals.State.DONE);
    assertThat(stage.clearings).hasValue(2);
  }

  @Test
  void shouldFailWithTheReasonAndPlayTheNextWhenAPlayBreaksOffWithAnError() {
    // given
    stage.broken = new NoClassDefFoundError("dev/siyu/Gone");
    stage.curtain.countDown();
    long broken = ask(FIRST);
    long next = ask(SECOND);

    // when
    queue.open();

    // then
    assertThat(awaitState(broken, Rehearsals.State.FAILED).reason())
        .contains("SIYU-3704")
        .contains("dev/siyu/Gone");
    awaitState(next, Rehearsals.State.DONE);
  }

  @Test
  void shouldCountAsFailedWhatTellsSomethingThatCannotBeStored() {
    // given a character no jsonb takes
    stage.ending = new Stage.Ending.Done("{\"summary\":\"\\u0000\"}");
    stage.curtain.countDown();
    long id = ask(FIRST);

    // when
    queue.open();

    // then
    assertThat(awaitState(id, Rehearsals.State.FAILED).reason()).contains("SIYU-8151");
  }

  @Test
  void shouldWriteTheEndOnceTheTableTakesIt() {
    // given a table that refuses the first end
    rooms.jdbc().sql("CREATE SEQUENCE ends").update();
    rooms
        .jdbc()
        .sql(
            """
            CREATE FUNCTION refuse_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              IF NEW.state = 'DONE' AND nextval('ends') = 1 THEN RAISE EXCEPTION 'away'; END IF;
              RETURN NEW;
            END $$
            """)
        .update();
    rooms
        .jdbc()
        .sql(
            """
            CREATE TRIGGER refuse_first BEFORE UPDATE ON rehearsal
            FOR EACH ROW EXECUTE FUNCTION refuse_first()
            """)
        .update();
    stage.curtain.countDown();
    long id = ask(FIRST);

    // when
    queue.open();

    // then
    awaitState(id, Rehearsals.State.DONE);
  }

  @Test
  void shouldForgetStoriesAndFilesAfterTheirTimeAndKeepTheReport() {
    // given
    stage.curtain.countDown();
    long id = ask(FIRST);
    queue.open();
    awaitState(id, Rehearsals.State.DONE);
    rooms.jdbc().sql("UPDATE rehearsal SET files = '[{\"name\":\"a.csv\"}]'").update();

    // when
    rooms.pass(Duration.ofDays(89));
    long later = ask(FIRST);
    awaitState(later, Rehearsals.State.DONE);
    assertThat(rehearsals.story(id, "12345")).isPresent();
    rooms.pass(Duration.ofDays(2));

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(rehearsals.story(id, "12345")).isEmpty());
    assertThat(rooms.jdbc().sql("SELECT files::text FROM rehearsal").query(String.class).list())
        .containsOnly("[]");
    assertThat(rehearsals.story(later, "12345")).isPresent();
    assertThat(rehearsals.report(id)).isPresent();
  }

  @Test
  void shouldCountTheCustomersOfBothWhateverOtherRehearsalsHave() {
    // given a customer only the second knows
    stage.guest = new FakeStage.Guest("99", SECOND.xml());
    stage.curtain.countDown();
    long one = rehearsals.ask(FIRST, SECOND, ScenarioTest.december(), List.of(), "ops");
    long third = ask(SECOND);

    // when
    queue.open();
    awaitState(third, Rehearsals.State.DONE);

    // then
    var compared = rehearsals.compare(one, one + 1);
    assertThat(compared.customers()).isEqualTo(2);
    assertThat(compared.differing()).isEqualTo(1);
  }

  @Test
  void shouldRefuseTheDrawingOfAnotherJourney() {
    assertThatThrownBy(() -> ask(play("v1", "win-back", "other")))
        .hasMessage("SIYU-8153 drawing: win-back (expected: first-order)");
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
}
