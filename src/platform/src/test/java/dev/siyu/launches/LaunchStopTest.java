package dev.siyu.launches;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.launches.WinBack.drawing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.engine.EngineRefused;
import dev.siyu.launches.Launches.Audience;
import dev.siyu.launches.Launches.Wish;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is stopped is told as stopped when nobody starts it any more. */
class LaunchStopTest {

  private static final String FIRST = drawing("第一版", "P3D");
  private static final String SECOND = drawing("第二版", "P2D");
  private static final String OTHER = SECOND.replace("win-back", "other");

  private final LaunchRig rig = new LaunchRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void shouldStopWhatTheEngineRefusesForGoodAndSayWhy() {
    // given
    rig.onDeploy = xml -> refuse("SIYU-4003", xml);

    // when
    long id = launch(OTHER, Audience.ALL);

    // then
    assertThat(state(id)).isEqualTo(LaunchState.STOPPED);
    assertThat(whole(id).events().getLast().en()).contains("SIYU-4003");
    assertThat(rig.told.getLast()).contains("引擎不接受");
  }

  @Test
  void shouldLetAPersonStopWhatTakesEffect() {
    // given the engine is away
    long canary = launch(SECOND, Audience.PERCENT);
    rig.onDeploy = xml -> refuse("SIYU-4001", xml);
    long placing = launch(OTHER, Audience.ALL);
    rig.launches.widen(canary, "看过了", "ops");
    rig.turn();
    assertThat(state(canary)).isEqualTo(LaunchState.WIDENING);

    // when
    rig.launches.stop(placing, "不上了", "ops");
    rig.launches.stop(canary, "不上了", "ops");

    // then both may be live by now
    assertThat(state(placing)).isEqualTo(LaunchState.STOPPING);
    assertThat(state(canary)).isEqualTo(LaunchState.STOPPING);
    rig.onDeploy = xml -> {};
    rig.rooms.pass(Duration.ofSeconds(11));
    rig.turn();
    assertThat(state(placing)).isEqualTo(LaunchState.STOPPED);
    assertThat(whole(placing).events().getLast().zh()).contains("此前没有线上版本");
    assertThat(state(canary)).isEqualTo(LaunchState.STOPPED);
    assertThatThrownBy(() -> rig.launches.stop(canary, "不上了", "ops"))
        .isInstanceOf(LaunchRefused.class);
  }

  @Test
  void shouldTakeBackFromEverybodyWhatTheEngineTookWithoutAnAnswer() {
    // given
    long id = launch(SECOND, Audience.PERCENT);
    rig.afterDeploy = xml -> unanswered(xml);
    rig.launches.widen(id, "看过了", "ops");
    rig.turn();
    assertThat(state(id)).isEqualTo(LaunchState.WIDENING);
    assertThat(rig.deployed.getLast()).as("live for everybody").isEqualTo(SECOND);

    // when
    rig.launches.stop(id, "不上了", "ops");
    assertThat(rig.told).as("not before it is back").noneMatch(text -> text.contains("不上了"));
    rig.rooms.pass(Duration.ofSeconds(11));
    rig.turn();

    // then
    assertThat(rig.deployed.getLast()).isEqualTo(FIRST + "<!-- held -->");
    assertThat(rig.traffic.isOpen()).isTrue();
    assertThat(state(id)).isEqualTo(LaunchState.STOPPED);
    assertThat(rig.told.getLast()).contains("不上了");
  }

  @Test
  void shouldTakeBackWhatIsRefusedAfterATryWithoutAnAnswer() {
    // given
    rig.afterDeploy = xml -> unanswered(xml);
    long id = launch(SECOND, Audience.ALL);
    rig.onDeploy =
        xml -> {
          if (xml.equals(SECOND)) {
            refuse("SIYU-4003", xml);
          }
        };

    // when
    rig.rooms.pass(Duration.ofSeconds(11));
    rig.turn();

    // then
    assertThat(rig.deployed.getLast()).isEqualTo(FIRST + "<!-- held -->");
    assertThat(state(id)).isEqualTo(LaunchState.STOPPED);
    assertThat(whole(id).events().getLast().en()).contains("SIYU-4003");
  }

  @Test
  void shouldStayStoppingWithoutHoldingTrafficWhileTheHistoryLags() {
    // given
    rig.afterDeploy = xml -> unanswered(xml);
    long id = launch(SECOND, Audience.ALL);
    rig.reached.clear();

    // when
    rig.launches.stop(id, "不上了", "ops");
    rig.rooms.pass(Duration.ofSeconds(11));
    rig.turn();

    // then
    assertThat(rig.deployed.getLast()).startsWith(FIRST);
    assertThat(rig.traffic.isOpen()).isTrue();
    assertThat(state(id)).isEqualTo(LaunchState.STOPPING);
    rig.reaches(1, 103);
    rig.rooms.pass(Duration.ofSeconds(11));
    rig.turn();
    assertThat(state(id)).isEqualTo(LaunchState.STOPPED);
  }

  private static void unanswered(String xml) {
    if (xml.equals(SECOND)) {
      refuse("SIYU-4001", xml);
    }
  }

  private static void refuse(String code, String xml) {
    throw new EngineRefused(code, "played: " + xml.length(), new IllegalStateException("played"));
  }

  private long launch(String xml, Audience audience) {
    long id = rig.launches.ask(wish(xml, audience), "ops");
    rig.decide(id, APPROVED);
    rig.turn();
    return id;
  }

  private static Wish wish(String xml, Audience audience) {
    int percent = audience == Audience.ALL ? 100 : 50;
    return new Wish(xml, "等待缩短一天", audience, percent, null, true, null, List.of());
  }

  private Launches.Whole whole(long id) {
    return rig.launches.find(id).orElseThrow();
  }

  private LaunchState state(long id) {
    return whole(id).launch().state();
  }
}
