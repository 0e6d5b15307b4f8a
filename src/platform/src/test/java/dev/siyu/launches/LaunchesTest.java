package dev.siyu.launches;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.approvals.ApprovalEnded.Ending.REJECTED;
import static dev.siyu.launches.WinBack.drawing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.engine.EntryGate.Way;
import dev.siyu.engine.JourneyRuns.Started;
import dev.siyu.launches.Launches.Audience;
import dev.siyu.launches.Launches.Wish;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaunchesTest {

  private static final String SECOND = drawing("第二版", "P2D");

  private final LaunchRig rig = new LaunchRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void shouldPlaceTheCanaryUnderTheLiveVersionWhileTrafficIsHeld() {
    // given
    long id = canary(10);

    // then
    assertThat(state(id)).isEqualTo(LaunchState.CANARY);
    assertThat(rig.deployed.subList(1, 3))
        .as("candidate, then the live one again, nothing starts in between")
        .containsExactly(SECOND + "<!-- held -->", drawing("第一版", "P3D") + "<!-- held -->");
    assertThat(rig.traffic.isOpen()).isTrue();
    assertThat(rig.studio().drawing("win-back")).contains(drawing("第一版", "P3D"));
  }

  @Test
  void shouldGiveAStableShareTheNewVersionAndNobodyTwice() {
    // given
    canary(10);

    // when
    for (int i = 0; i < 400; i++) {
      rig.enter("C" + i);
    }

    // then
    int share = rig.runs.started.size();
    assertThat(share).as("about 10 %%").isBetween(22, 60);
    assertThat(rig.runs.started.values()).containsOnly(102L);
    assertThat(rig.runs.beginnings.values()).containsOnly(List.of("timer_A"));
    for (int i = 0; i < 400; i++) {
      rig.enter("C" + i);
    }
    assertThat(rig.runs.started).as("who is inside is not let in again").hasSize(share);
  }

  @Test
  void shouldStartOnceAlthoughTheAnswerIsLost() {
    // given
    canary(90);
    rig.runs.lies.add(new Started.Unclear("no answer"));

    // when
    var first = rig.enter("C1", "k1");
    var second = rig.enter("C1", "k1");

    // then
    assertThat(first).isInstanceOf(Way.Later.class);
    assertThat(second).as("not before the history is complete").isInstanceOf(Way.Later.class);
    assertThat(rig.runs.started).hasSize(1);

    // when the exporter has written it
    exported("k1", 5_000, "C1", 102);
    var third = rig.enter("C1", "k1");

    // then
    assertThat(third).isInstanceOf(Way.Settled.class);
    assertThat(rig.runs.started).hasSize(1);
  }

  @Test
  void shouldStartAgainWhenTheCommandNeverArrived() {
    // given
    canary(90);
    rig.runs.lies.add(new Started.Unclear("no answer"));
    rig.enter("C1", "k1");
    rig.runs.started.clear();

    // when the log is complete and shows nothing
    rig.rooms.pass(Duration.ofMinutes(1));
    rig.enter("C1", "k1");
    assertThat(rig.announced).as("every partition is given something to write").isNotEmpty();
    progress(Duration.ofMinutes(1));

    // then
    assertThat(rig.enter("C1", "k1")).isInstanceOf(Way.Settled.class);
    assertThat(rig.runs.started).hasSize(1);
  }

  @Test
  void shouldKeepWhoIsInsideTheOldVersionOutOfTheNewOne() {
    // given
    canary(90);
    exported("other", 77, "C1", 101);
    rig.runs.alive.add(77L);

    // then
    assertThat(rig.enter("C1")).isInstanceOf(Way.Settled.class);
    assertThat(rig.runs.started).isEmpty();

    // when that run is over, whatever the history says yet
    rig.runs.alive.remove(77L);

    // then
    rig.enter("C1");
    assertThat(rig.runs.started).hasSize(1);
  }

  @Test
  void shouldKeepCanaryCustomersOutOfTheVersionForAllWhileTheyAreInside() {
    // given
    long id = canary(90);
    rig.enter("C1");

    // when
    rig.launches.widen(id, "看过了", "ops");
    rig.turn();

    // then
    assertThat(state(id)).isEqualTo(LaunchState.ALL);
    assertThat(rig.studio().drawing("win-back")).contains(SECOND);
    assertThat(rig.enter("C1")).isInstanceOf(Way.Settled.class);
    assertThat(rig.enter("C2")).isInstanceOf(Way.ByMessage.class);
  }

  @Test
  void shouldVoidTheApprovalByAnyEdit() {
    // given
    long id = rig.launches.ask(wish(10, null), "ops");
    rig.decide(id, APPROVED);
    assertThat(state(id)).isEqualTo(LaunchState.APPROVED);

    // when
    rig.launches.edit(id, wish(20, null), "ops");
    rig.turn();

    // then
    assertThat(state(id)).isEqualTo(LaunchState.ASKED);
    rig.decide(id, APPROVED);
    rig.turn();
    assertThat(state(id)).isEqualTo(LaunchState.CANARY);
  }

  @Test
  void shouldKeepAnEditedLaunchOpenAlthoughTheRequestBeforeItIsWithdrawn() {
    // given
    long id = rig.launches.ask(wish(10, null), "ops");

    // when
    rig.launches.edit(id, wish(20, null), "ops");

    // then
    assertThat(rig.withdrawn).as("the request before it").containsExactly("launch:" + id);
    assertThat(state(id)).isEqualTo(LaunchState.ASKED);
    assertThat(rig.people.open).containsOnlyKeys("launch:" + id);
  }

  @Test
  void shouldRefuseWhatIsNoLongerWhatWasApproved() {
    // given
    long id = rig.launches.ask(wish(10, null), "ops");
    rig.decide(id, APPROVED);
    rig.rooms.jdbc().sql("UPDATE launch SET percent = 90").update();

    // when
    rig.turn();

    // then
    assertThat(state(id)).isEqualTo(LaunchState.EXPIRED);
    assertThat(rig.deployed).hasSize(1);
  }

  @Test
  void shouldBringAnotherDrawingThanTheApprovedOneToTheLastGate() {
    // given
    long id = rig.launches.ask(wish(10, null), "ops");
    var approved = rig.people.request("launch:" + id).content();
    rig.decide(id, APPROVED);
    rig.rooms
        .jdbc()
        .sql("UPDATE launch SET xml = :xml")
        .param("xml", drawing("换过", "P9D"))
        .update();

    // when
    rig.turn();

    // then the gate sees it and keeps the refusal
    assertThat(state(id)).isEqualTo(LaunchState.EXPIRED);
    assertThat(rig.redeemed).singleElement().isNotEqualTo(approved);
    assertThat(rig.deployed).hasSize(1);
  }

  @Test
  void shouldNotTakeEffectOnQuietDaysNorBeforeItsTime() {
    // given
    var today = LocalDate.ofInstant(rig.rooms.clock().instant(), ZoneId.of("Asia/Shanghai"));
    long id = rig.launches.ask(wish(10, null, today), "ops");
    rig.decide(id, APPROVED);

    // when
    rig.turn();

    // then
    assertThat(state(id)).isEqualTo(LaunchState.APPROVED);
    rig.rooms.pass(Duration.ofDays(1));
    rig.turn();
    assertThat(state(id)).isEqualTo(LaunchState.CANARY);
  }

  @Test
  void shouldKeepOneLaunchOpenAndEndARefusedOne() {
    // given
    long id = rig.launches.ask(wish(10, null), "ops");

    // then
    assertThatThrownBy(() -> rig.launches.ask(wish(10, null), "ops"))
        .isInstanceOf(LaunchRefused.class)
        .extracting(e -> ((LaunchRefused) e).why())
        .isEqualTo(LaunchRefused.Why.OPEN_ALREADY);
    rig.decide(id, REJECTED);
    assertThat(state(id)).isEqualTo(LaunchState.REFUSED);
    assertThat(rig.launches.ask(wish(10, null), "ops")).isPositive();
  }

  private long canary(int percent) {
    long id = rig.launches.ask(wish(percent, null), "ops");
    rig.decide(id, APPROVED);
    rig.turn();
    return id;
  }

  private static Wish wish(int percent, @Nullable String tag, LocalDate... quiet) {
    var audience = tag == null ? Audience.PERCENT : Audience.TAG;
    return new Wish(SECOND, "等待缩短一天", audience, percent, tag, true, null, List.of(quiet));
  }

  private LaunchState state(long id) {
    return rig.launches.find(id).orElseThrow().launch().state();
  }

  private void exported(String entry, long key, String customer, long definition) {
    var now = rig.rooms.clock().instant().atOffset(ZoneOffset.UTC);
    rig.rooms
        .jdbc()
        .sql(
            """
            INSERT INTO history.process_instance (key, partition_id, process_id, version,
              definition_key, customer_id, state, started_at)
            VALUES (:key, 1, 'win-back', 1, :definition, :customer, 'ACTIVE', :now)
            """)
        .param("key", key)
        .param("definition", definition)
        .param("customer", customer)
        .param("now", now)
        .update();
    rig.rooms
        .jdbc()
        .sql("INSERT INTO history.variable VALUES (:key, 'chosenRun', :key, :value, :now)")
        .param("key", key)
        .param("value", '"' + entry + '"')
        .param("now", now)
        .update();
  }

  private void progress(Duration after) {
    rig.rooms
        .jdbc()
        .sql("UPDATE history.exporter_position SET updated_at = :at")
        .param("at", rig.rooms.clock().instant().plus(after).atOffset(ZoneOffset.UTC))
        .update();
  }
}
