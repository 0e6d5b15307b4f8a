package dev.siyu.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.accounts.Account;
import dev.siyu.accounts.Account.Hours;
import dev.siyu.accounts.Account.Status;
import dev.siyu.accounts.Health;
import dev.siyu.accounts.Health.Level;
import dev.siyu.accounts.Standing;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotationRulesTest {

  private static final LocalTime NOON = LocalTime.NOON;
  private static final Hours MORNING = new Hours(LocalTime.of(8, 0), LocalTime.of(12, 0));
  private static final Hours NIGHT = new Hours(LocalTime.of(20, 0), LocalTime.of(2, 0));

  private record Made(
      String userId, Status status, Level level, int adds, int weight, Hours hours) {

    Standing standing() {
      var account =
          new Account(
              userId,
              userId,
              Instant.EPOCH,
              status,
              "",
              Instant.EPOCH,
              null,
              weight,
              hours,
              50,
              null);
      return new Standing(account, 400, adds, 50, adds, 0, 0, new Health(level, List.of()));
    }
  }

  private static Standing account(String userId, int adds) {
    return new Made(userId, Status.ACTIVE, Level.GOOD, adds, 10, Hours.ALWAYS).standing();
  }

  private static RotationRules.Pick pick(LocalTime time, Standing... team) {
    return RotationRules.pick(List.of(team), time, 10, 100);
  }

  @Test
  void shouldPutEverybodyWhoMayServeBehindTheCode() {
    // when
    var pick = pick(NOON, account("b", 1), account("a", 2));
    // then
    assertThat(pick.behind()).containsExactly("a", "b");
    assertThat(pick.alert()).isEmpty();
  }

  @Test
  void shouldSayWhyAnAccountStaysOut() {
    // given
    var banned = new Made("banned", Status.BANNED, Level.GOOD, 0, 10, Hours.ALWAYS).standing();
    var ill = new Made("ill", Status.ACTIVE, Level.BAD, 0, 10, Hours.ALWAYS).standing();
    var off = new Made("off", Status.ACTIVE, Level.GOOD, 0, 10, NIGHT).standing();
    // when
    var pick = pick(NOON, banned, ill, off, account("full", 50), account("fine", 0));
    // then
    assertThat(pick.behind()).containsExactly("fine");
    assertThat(pick.why())
        .containsEntry("banned", "status")
        .containsEntry("ill", "health")
        .containsEntry("off", "hours")
        .containsEntry("full", "capacity")
        .containsEntry("fine", "serves");
  }

  @Test
  void shouldKeepHoursPastMidnight() {
    assertThat(NIGHT.include(LocalTime.of(1, 59))).isTrue();
    assertThat(NIGHT.include(LocalTime.of(2, 0))).isFalse();
    assertThat(MORNING.include(LocalTime.of(8, 0))).isTrue();
    assertThat(MORNING.include(NOON)).isFalse();
  }

  @Test
  void shouldPauseWhoIsAheadOfTheirShare() {
    // when
    var pick = pick(NOON, account("a", 31), account("b", 20), account("c", 20));
    // then
    assertThat(pick.behind()).containsExactly("b", "c");
    assertThat(pick.why()).containsEntry("a", "share");
  }

  @Test
  void shouldGiveAHeavierAccountMore() {
    // given
    var heavy = new Made("heavy", Status.ACTIVE, Level.GOOD, 40, 20, Hours.ALWAYS).standing();
    // then
    assertThat(pick(NOON, heavy, account("light", 20)).behind()).containsExactly("heavy", "light");
  }

  @Test
  void shouldNotDrownANewcomerByPausingMoreThanHalf() {
    // when
    var pick = pick(NOON, account("a", 40), account("b", 39), account("c", 38), account("new", 0));
    // then
    assertThat(pick.behind()).containsExactly("c", "new");
  }

  @Test
  void shouldKeepTheLeastLoadedWhenNobodyHasCapacity() {
    // given
    var off = new Made("off", Status.ACTIVE, Level.GOOD, 3, 10, NIGHT).standing();
    // when
    var pick = pick(NOON, account("full", 50), off);
    // then
    assertThat(pick.behind()).containsExactly("off");
    assertThat(pick.alert()).contains("no-capacity");
    assertThat(pick.why()).containsEntry("off", "least-loaded");
  }

  @Test
  void shouldAlertWhenNobodyIsLeft() {
    // given
    var banned = new Made("banned", Status.BANNED, Level.GOOD, 0, 10, Hours.ALWAYS).standing();
    // when
    var pick = pick(NOON, banned);
    // then
    assertThat(pick.behind()).isEmpty();
    assertThat(pick.alert()).contains("nobody");
  }

  @Test
  void shouldPutAtMostAHundredBehindACode() {
    // given
    var team = IntStream.range(0, 130).mapToObj(i -> account("u" + i, i % 3)).toList();
    // when
    var pick = RotationRules.pick(team, NOON, 10, 100);
    // then
    assertThat(pick.behind()).hasSize(100);
    assertThat(pick.why().values()).filteredOn("too-many"::equals).hasSize(30);
  }
}
