package dev.siyu.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.accounts.Account.Hours;
import dev.siyu.accounts.Account.Status;
import dev.siyu.accounts.Accounts;
import dev.siyu.accounts.Accounts.Fact;
import dev.siyu.channels.ChannelDesk.CodeStatus;
import dev.siyu.channels.ChannelDesk.Draft;
import dev.siyu.time.DueWork;
import dev.siyu.wecom.ContactWays;
import dev.siyu.wecom.StaffTrouble;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

/** Live codes and who stands behind them, on a real database. START is 10:00 in the shop. */
class RotationTest {

  private static final Draft PARCEL =
      new Draft("新渠道", "COUPON", "welcome-direct", List.of(), List.of());

  private final FakeWays ways = new FakeWays();
  private TestRooms rooms;
  private ChannelDesk desk;
  private Accounts accounts;
  private Rotation rotation;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of("siyu.live-codes.daily-cap", "20"),
            context -> context.registerBean(ContactWays.class, () -> ways),
            "channels",
            "accounts");
    desk = rooms.get(ChannelDesk.class);
    accounts = rooms.get(Accounts.class);
    rotation = rooms.get(Rotation.class);
    rotation.stop(); // the tests look themselves
    rooms.get(LiveCodesAtStart.class).run(new DefaultApplicationArguments());
    ways.calls.clear();
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private void adds(String userId, int times) {
    for (int i = 0; i < times; i++) {
      accounts.count(userId, Fact.ADD, rooms.clock().instant(), null);
    }
  }

  private void look() {
    rooms.pass(Duration.ofMinutes(1));
    rotation.look();
  }

  private ChannelDesk.View view(String code) {
    return desk.find(code).orElseThrow();
  }

  @Test
  void shouldCreateACodeForEveryChannelOnce() {
    // when
    rooms.get(LiveCodesAtStart.class).createMissing();
    look();
    // then
    assertThat(ways.calls).isEmpty();
    assertThat(ways.codes).hasSize(5);
    assertThat(view("store").liveCode().status()).isEqualTo(CodeStatus.ACTIVE);
    assertThat(view("store").liveCode().staff()).containsExactly("li.na", "wang.fang", "zhang.wei");
  }

  @Test
  void shouldTakeAFullAccountOutAndBringItBackAtMidnight() {
    // given
    adds("li.na", 20);
    adds("wang.fang", 15);
    adds("zhang.wei", 15);
    // when
    look();
    // then
    assertThat(ways.behind("store")).containsExactly("wang.fang", "zhang.wei");
    assertThat(ways.calls).hasSize(5);
    var midnight = rotation.nextDue().orElseThrow();
    assertThat(midnight).isEqualTo("2026-12-01T16:00:00Z");
    // when
    rooms.pass(Duration.between(rooms.clock().instant(), midnight));
    rotation.look();
    // then
    assertThat(ways.behind("store")).containsExactly("li.na", "wang.fang", "zhang.wei");
    assertThat(rotation.nextDue()).as("nothing to wait for").isEmpty();
  }

  @Test
  void shouldCallNobodyWhileTheSetStays() {
    // given
    adds("li.na", 5);
    // when
    look();
    look();
    // then
    assertThat(ways.calls).isEmpty();
  }

  @Test
  void shouldPushACodeAgainOnlyAfterTheInterval() {
    // given
    adds("li.na", 20);
    adds("wang.fang", 15);
    adds("zhang.wei", 15);
    look();
    ways.calls.clear();
    // when
    adds("wang.fang", 5);
    rotation.look();
    // then
    assertThat(ways.calls).isEmpty();
    assertThat(rotation.nextDue()).contains(rooms.clock().instant().plusSeconds(30));
    // when
    look();
    // then
    assertThat(ways.behind("store")).containsExactly("zhang.wei");
  }

  @Test
  void shouldTakeABannedAccountOutAtOnce() {
    // given
    adds("zhang.wei", 20);
    look();
    ways.calls.clear();
    // when
    rooms.publish(new StaffTrouble("li.na", StaffTrouble.Kind.BANNED, "40143", "banned"));
    rotation.look();
    // then
    assertThat(ways.behind("store")).containsExactly("wang.fang");
    assertThat(accounts.find("li.na").orElseThrow().status()).isEqualTo(Status.BANNED);
    assertThat(accounts.find("li.na").orElseThrow().reason()).contains("40143");
  }

  @Test
  void shouldKeepTheLeastLoadedAndSaySoWhenNobodyHasCapacity() {
    // given
    adds("li.na", 22);
    adds("wang.fang", 20);
    adds("zhang.wei", 25);
    // when
    look();
    // then
    assertThat(ways.behind("store")).containsExactly("wang.fang");
    assertThat(view("store").alerts()).containsExactly("no-capacity");
  }

  @Test
  void shouldFollowTheHoursOfAnAccount() {
    // given
    var terms = terms(new Hours(LocalTime.of(8, 0), LocalTime.of(11, 0)));
    accounts.change("li.na", terms, "ops");
    look();
    assertThat(ways.behind("store")).contains("li.na");
    var eleven = rotation.nextDue().orElseThrow();
    assertThat(eleven).isEqualTo("2026-12-01T03:00:00Z");
    // when
    rooms.pass(Duration.between(rooms.clock().instant(), eleven));
    rotation.look();
    // then
    assertThat(ways.behind("store")).containsExactly("wang.fang", "zhang.wei");
  }

  private static Accounts.Terms terms(Hours hours) {
    return new Accounts.Terms(
        "李娜", TestRooms.START.minus(Duration.ofDays(400)), 10, hours, 20, null);
  }

  @Test
  void shouldWarmUpANewAccount() {
    // given
    accounts.open(
        "chen.jie", new Accounts.Terms("陈洁", TestRooms.START, 10, Hours.ALWAYS, 200, null), "ops");
    adds("chen.jie", 10);
    // when
    look();
    // then
    assertThat(ways.behind("store")).doesNotContain("chen.jie");
    var standing =
        accounts.standings().stream()
            .filter(one -> one.account().userId().equals("chen.jie"))
            .findFirst()
            .orElseThrow();
    assertThat(standing.account().status()).isEqualTo(Status.WARMING);
    assertThat(standing.limitToday()).isEqualTo(10);
  }

  @Test
  void shouldNeverAskTwiceForACodeThatMayExist() {
    // given
    ways.troubles.add("lost");
    desk.create("campus", PARCEL, "ops");
    assertThat(view("campus").alerts()).containsExactly("unknown");
    ways.calls.clear();
    // when
    assertThatThrownBy(() -> desk.createCode("campus", "ops"))
        .isInstanceOf(ChannelRefused.class)
        .hasMessageContaining("SIYU-3113");
    rooms.get(LiveCodesAtStart.class).createMissing();
    look();
    // then
    assertThat(ways.calls).isEmpty();
    // when
    var found = desk.lookUp("campus", "ops");
    // then
    assertThat(found).isTrue();
    assertThat(view("campus").liveCode().status()).isEqualTo(CodeStatus.ACTIVE);
    assertThat(view("campus").liveCode().configId()).isNotNull();
  }

  @Test
  void shouldMakeACreationUnknownWhoseEndWasNeverRecorded() {
    // given
    rooms
        .jdbc()
        .sql("UPDATE live_code SET status = 'CREATING', asked_at = '2026-12-01T01:59:30Z'")
        .update();
    rotation.look();
    assertThat(view("store").liveCode().status()).isEqualTo(CodeStatus.CREATING);
    assertThat(rotation.nextDue()).contains(TestRooms.START.plusSeconds(30));
    // when
    look();
    // then
    assertThat(view("store").liveCode().status()).isEqualTo(CodeStatus.UNKNOWN);
  }

  @Test
  void shouldSayWhatWeComRefusedAndNotAskAgainByItself() {
    // given
    ways.troubles.addAll(List.of("41054", "41054", "41054", "41054", "41054"));
    adds("li.na", 20);
    // when
    look();
    look();
    // then
    assertThat(ways.calls).hasSize(5);
    assertThat(view("store").alerts()).containsExactly("push");
    assertThat(view("store").liveCode().pushNote()).contains("41054");
    // when
    desk.push("store", "ops");
    look();
    // then
    assertThat(view("store").alerts()).isEmpty();
  }

  @Test
  void shouldDeleteTheCodeOfARetiredChannelUntilItIsDone() {
    // given
    ways.troubles.add("lost");
    desk.retire("sms", "ops");
    assertThat(view("sms").alerts()).containsExactly("retiring");
    // when
    rooms.pass(Duration.ofMinutes(6));
    rotation.look();
    // then
    assertThat(view("sms").liveCode().status()).isEqualTo(CodeStatus.RETIRED);
    assertThat(ways.codes.values()).noneMatch(known -> known.way().state().equals("sms"));
    assertThat(rooms.get(Channels.class).ofState("sms").code()).as("late adds").isEqualTo("sms");
  }

  @Test
  void shouldRefuseAChannelThatExistsOrSaysNothing() {
    assertThatThrownBy(() -> desk.create("store", PARCEL, "ops")).hasMessageContaining("SIYU-3110");
    var mute = new Draft("哑", "NONE", "no-such-content", List.of(), List.of());
    assertThatThrownBy(() -> desk.create("mute", mute, "ops")).hasMessageContaining("SIYU-3112");
  }

  @Test
  void shouldTakeOnlyTheTeamOfAChannel() {
    // when
    var team = new Draft("校园", "GIFT", "welcome-direct", List.of(), List.of("wang.fang"));
    desk.create("campus", team, "ops");
    // then
    assertThat(ways.behind("campus")).containsExactly("wang.fang");
    // when
    accounts.become("wang.fang", Status.RESTING, null, "休假", "ops");
    look();
    // then
    assertThat(view("campus").alerts()).containsExactly("nobody");
    assertThat(ways.behind("campus")).as("never empty").containsExactly("wang.fang");
  }

  @Test
  void shouldComeBackFromARestByItself() {
    // given
    var until = TestRooms.START.plus(Duration.ofHours(2));
    accounts.become("li.na", Status.RESTING, until, "午休", "ops");
    look();
    assertThat(ways.behind("store")).doesNotContain("li.na");
    // when
    rooms.pass(Duration.ofHours(2));
    var rests = rooms.get(DueWork.class, "dev.siyu.accounts.AccountKeeping");
    rests.runDue(TestRooms.START);
    assertThat(rests.nextDue()).contains(until);
    rests.runDue(rooms.clock().instant());
    rotation.look();
    // then
    assertThat(ways.behind("store")).contains("li.na");
  }

  @Test
  void shouldSumUpTheDaysThatAreOver() {
    // given
    adds("li.na", 7);
    rooms.pass(Duration.ofDays(1));
    // when
    rooms.get(DueWork.class, "dev.siyu.accounts.AccountKeeping").runDue(rooms.clock().instant());
    // then
    var standing = accounts.standings().getFirst();
    assertThat(standing.addsToday()).isZero();
    assertThat(standing.addsInWeek()).isEqualTo(7);
    assertThat(rooms.jdbc().sql("SELECT count(*) FROM account_fact").query(Integer.class).single())
        .isZero();
  }
}
