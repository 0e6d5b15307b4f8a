package dev.siyu.launches;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.launches.WinBack.drawing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.engine.EngineRefused;
import dev.siyu.launches.Launches.Audience;
import dev.siyu.launches.Launches.Wish;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong with launches, and what is told and kept at their end. */
class LaunchLifeTest {

  private static final String SECOND = drawing("第二版", "P2D");
  private static final String OTHER = SECOND.replace("win-back", "other");

  private final LaunchRig rig = new LaunchRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void shouldLookAtCanariesAlthoughAnotherLaunchFails() {
    // given
    long canary = launch(SECOND, Audience.PERCENT);
    rig.onDeploy = xml -> refuse("SIYU-4001", xml);
    long other = launch(OTHER, Audience.ALL);
    assertThat(state(other)).isEqualTo(LaunchState.PLACING);

    // when
    rig.rooms.pass(Duration.ofMinutes(6));
    rig.turn();

    // then
    assertThat(whole(canary).launch().lookedAt()).isNotNull();
    rig.onDeploy = xml -> {};
    rig.rooms.pass(Duration.ofSeconds(11));
    rig.turn();
    assertThat(state(other)).isEqualTo(LaunchState.ALL);
  }

  @Test
  void shouldNotGoToAllWithAnotherDrawingThanApproved() {
    // given
    long id = launch(SECOND, Audience.PERCENT);
    rig.rooms.jdbc().sql("UPDATE launch SET xml = replace(xml, 'P2D', 'P9D')").update();

    // when
    rig.launches.widen(id, "看过了", "ops");
    rig.turn();

    // then
    assertThat(state(id)).isEqualTo(LaunchState.STOPPED);
    assertThat(whole(id).events().getLast().zh()).contains("SIYU-3657");
    assertThat(rig.deployed).noneMatch(xml -> xml.contains("P9D"));
  }

  @Test
  void shouldNotGoToAllOnAQuietDay() {
    // given tomorrow is quiet
    var zone = ZoneId.of("Asia/Shanghai");
    var tomorrow = LocalDate.ofInstant(rig.rooms.clock().instant(), zone).plusDays(1);
    long id = launch(SECOND, Audience.PERCENT, tomorrow);
    rig.rooms.pass(Duration.ofDays(1));

    // when
    rig.launches.widen(id, "看过了", "ops");
    rig.turn();

    // then
    assertThat(state(id)).isEqualTo(LaunchState.WIDENING);
    assertThat(rig.life().nextDue())
        .as("the clock may go on to the first moment after it")
        .contains(tomorrow.plusDays(1).atStartOfDay(zone).toInstant());
    rig.rooms.pass(Duration.ofDays(1));
    rig.turn();
    assertThat(state(id)).isEqualTo(LaunchState.ALL);
  }

  @Test
  void shouldChangeTheStateOnlyTogetherWithWhatItTells() {
    // given
    rig.dieAt("launch_event", "NEW.what IN ('CANARY', 'ALL')");
    long id = launch(SECOND, Audience.PERCENT);

    // then
    assertThat(state(id)).isEqualTo(LaunchState.PLACING);
    rig.live();
    rig.turn();
    assertThat(state(id)).isEqualTo(LaunchState.CANARY);
    assertThat(whole(id).events()).extracting(Launches.Event::what).endsWith("CANARY");
  }

  @Test
  void shouldTellAgainWhatWasDecidedAgain() {
    // given
    long id = rig.launches.ask(wish(SECOND, Audience.PERCENT), "ops");
    rig.decide(id, APPROVED);

    // when
    rig.launches.edit(id, wish(drawing("第三版", "P1D"), Audience.PERCENT), "ops");
    rig.decide(id, APPROVED);

    // then
    assertThat(rig.told).filteredOn(text -> text.contains("已批准")).hasSize(2);
  }

  @Test
  void shouldWithdrawWhatIsAskedAndWhatIsApproved() {
    // given
    long asked = rig.launches.ask(wish(SECOND, Audience.PERCENT), "ops");

    // when
    rig.launches.withdraw(asked, "先不上", "ops");

    // then
    assertThat(state(asked)).isEqualTo(LaunchState.WITHDRAWN);
    assertThat(rig.withdrawn).as("nobody is asked any more").containsExactly("launch:" + asked);
    assertThat(whole(asked).events().getLast().zh()).isEqualTo("先不上");

    // when
    long approved = rig.launches.ask(wish(SECOND, Audience.PERCENT), "ops");
    rig.decide(approved, APPROVED);
    rig.launches.withdraw(approved, "先不上", "ops");
    rig.turn();

    // then
    assertThat(state(approved)).isEqualTo(LaunchState.WITHDRAWN);
    assertThat(rig.deployed).as("nothing took effect").hasSize(1);
  }

  @Test
  void shouldEndWhatFollowsTheLaunchSinceItWasSigned() {
    // given
    long edited = rig.launches.ask(wish(SECOND, Audience.PERCENT), "ops");
    rig.decide(edited, APPROVED);
    rig.launches.edit(edited, wish(drawing("第三版", "P1D"), Audience.PERCENT), "ops");
    rig.decide(edited, APPROVED);
    rig.turn();

    // when
    rig.launches.stop(edited, "不上了", "ops");
    launch(OTHER, Audience.ALL);

    // then
    assertThat(rig.announced)
        .extracting(one -> one.name() + " " + one.correlationKey())
        .containsExactly("launch-over A1", "launch-over A2", "launch-over A3");
    assertThat(rig.announced)
        .extracting(one -> one.variables().get("launchEnding"))
        .containsExactly("STOPPED", "STOPPED", "LIVE");
    assertThat(rig.announced.get(1).variables()).containsEntry("said", "不上了");
  }

  @Test
  void shouldEndWhatMayFollowALaunchWhateverItsStateWasAMomentAgo() {
    // given
    long id = rig.launches.ask(wish(SECOND, Audience.PERCENT), "ops");

    // when
    rig.launches.edit(id, wish(drawing("第三版", "P1D"), Audience.PERCENT), "ops");
    rig.launches.withdraw(id, "先不上", "ops");

    // then
    assertThat(rig.announced)
        .extracting(one -> one.name() + " " + one.correlationKey())
        .containsExactly("launch-over A1", "launch-over A2");
  }

  @Test
  void shouldKeepTheFiguresOfItsEnd() {
    // given
    long id = launch(SECOND, Audience.PERCENT);
    for (int i = 0; i < 50; i++) {
      rig.enter("C" + i);
    }
    rig.launches.stop(id, "不上了", "ops");
    var last = whole(id).figures();

    // when
    rig.rooms.jdbc().sql("DELETE FROM launch_entry").update();

    // then
    assertThat(last.canaryEntered() + last.controlEntered()).isEqualTo(50);
    assertThat(whole(id).figures()).as("not reckoned again").isEqualTo(last);
  }

  @Test
  void shouldListLaunchesWithoutTheirDrawings() {
    // given
    launch(SECOND, Audience.PERCENT);

    // then
    assertThat(rig.launches.list(null))
        .singleElement()
        .extracting(one -> one.wish().xml())
        .isEqualTo("");
  }

  private static void refuse(String code, String xml) {
    throw new EngineRefused(code, "played: " + xml.length(), new IllegalStateException("played"));
  }

  private long launch(String xml, Audience audience, LocalDate... quiet) {
    long id = rig.launches.ask(wish(xml, audience, quiet), "ops");
    rig.decide(id, APPROVED);
    rig.turn();
    return id;
  }

  private static Wish wish(String xml, Audience audience, LocalDate... quiet) {
    int percent = audience == Audience.ALL ? 100 : 50;
    return new Wish(xml, "等待缩短一天", audience, percent, null, true, null, List.of(quiet));
  }

  private Launches.Whole whole(long id) {
    return rig.launches.find(id).orElseThrow();
  }

  private LaunchState state(long id) {
    return whole(id).launch().state();
  }
}
