package dev.siyu.launches;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.launches.WinBack.drawing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.siyu.engine.Announcement;
import dev.siyu.engine.MessageUnderway;
import dev.siyu.launches.Launches.Audience;
import dev.siyu.launches.Launches.Wish;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A candidate comes under the live drawing while nothing can start it; real threads wait. */
class PlacingTest {

  private static final String FIRST = drawing("第一版", "P3D");
  private static final String SECOND = drawing("第二版", "P2D");

  private final LaunchRig rig = new LaunchRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void shouldHoldTrafficUntilEveryPartitionStartsTheLiveDrawingAgain() throws Exception {
    // given partition 2 is slow
    rig.partitions(2);
    long id = approved();

    // when
    var turn = Thread.ofVirtual().start(rig::turn);
    await().until(() -> rig.deployed.size() == 3);

    // then
    await().during(Duration.ofMillis(700)).until(() -> !rig.traffic.isOpen());
    rig.reaches(2, 103);
    await()
        .during(Duration.ofMillis(700))
        .alias("the candidate must be everywhere, too")
        .until(() -> !rig.traffic.isOpen());
    rig.reaches(2, 102);
    turn.join(Duration.ofSeconds(20));
    assertThat(rig.traffic.isOpen()).isTrue();
    assertThat(state(id)).isEqualTo(LaunchState.CANARY);
  }

  @Test
  void shouldBringBackWhatAPersonDeploysMeanwhile() throws Exception {
    // given
    var third = drawing("第三版", "P1D");
    rig.partitions(2);
    long id = approved();
    var turn = Thread.ofVirtual().start(rig::turn);
    await().until(() -> rig.studio().versions("win-back").size() == 3);

    // when
    rig.studio().deploy(third, null, "boss");
    rig.reaches(2, 102);
    rig.reaches(2, 104);

    // then
    turn.join(Duration.ofSeconds(20));
    assertThat(rig.deployed.getLast()).startsWith(third);
    assertThat(rig.traffic.isOpen()).isTrue();
    assertThat(rig.launches.find(id).orElseThrow().launch().baseVersion()).isEqualTo(4);
  }

  @Test
  void shouldHoldNothingWhileTheHistoryIsBehind() {
    // given
    long id = approved();
    rig.exports = false;
    rig.rooms.pass(Duration.ofMinutes(2));

    // when
    rig.turn();

    // then
    assertThat(state(id)).isEqualTo(LaunchState.PLACING);
    assertThat(rig.deployed).hasSize(1);
    assertThat(rig.traffic.isOpen()).isTrue();
    assertThat(rig.announced.stream().map(Announcement::key).distinct())
        .as("each partition gets something to write")
        .hasSize(16);
    rig.exports = true;
    rig.rooms.pass(Duration.ofSeconds(11));
    rig.turn();
    assertThat(state(id)).isEqualTo(LaunchState.CANARY);
  }

  @Test
  void shouldPlaceNothingBeforeTheStartIsOver() {
    // given
    long id = approved();
    rig.traffic.hold("drawings");

    // when
    rig.turn();

    // then
    assertThat(rig.deployed).hasSize(1);
    rig.traffic.release("drawings");
    rig.rooms.pass(Duration.ofSeconds(11));
    rig.turn();
    assertThat(state(id)).isEqualTo(LaunchState.CANARY);
  }

  @Test
  void shouldDeployNothingWhileAMessageIsOnItsWay() throws Exception {
    // given
    approved();
    Thread turn;
    try (var message = new MessageUnderway(rig.traffic)) {
      assertThat(message).isNotNull();

      // when
      turn = Thread.ofVirtual().start(rig::turn);
      await().until(() -> !rig.traffic.isOpen());

      // then
      await().during(Duration.ofMillis(300)).until(() -> rig.deployed.size() == 1);
    }
    turn.join(Duration.ofSeconds(20));
    assertThat(rig.deployed).hasSize(3);
  }

  @Test
  void shouldBringTheLiveDrawingBackAlthoughTheCandidateCannotBeWrittenDown() {
    // given
    long id = approved();
    rig.dieAt("drawing_deployment", "NOT NEW.live");

    // when
    rig.turn();

    // then
    assertThat(rig.traffic.isOpen()).isTrue();
    assertThat(rig.deployed.getLast()).startsWith(FIRST);
    assertThat(state(id)).isEqualTo(LaunchState.PLACING);
    rig.live();
    rig.turn();
    assertThat(state(id)).isEqualTo(LaunchState.CANARY);
  }

  @Test
  void shouldNameTheLiveVersionUnderTheNumberItWasBroughtBackAs() {
    // given
    long id = approved();

    // when
    rig.turn();

    // then
    var launch = rig.launches.find(id).orElseThrow().launch();
    assertThat(launch.version()).isEqualTo(2);
    assertThat(launch.baseVersion()).isEqualTo(3);
  }

  private long approved() {
    var wish = new Wish(SECOND, "等待缩短一天", Audience.PERCENT, 10, null, true, null, List.of());
    long id = rig.launches.ask(wish, "ops");
    rig.decide(id, APPROVED);
    return id;
  }

  private LaunchState state(long id) {
    return rig.launches.find(id).orElseThrow().launch().state();
  }
}
