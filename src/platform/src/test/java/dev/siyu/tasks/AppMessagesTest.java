package dev.siyu.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.wecom.WeCom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppMessagesTest {

  private final FakeStaffPhones phones = new FakeStaffPhones();
  private TestRooms rooms;
  private AppMessages messages;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of("siyu.app-messages.per-minute", 10, "siyu.app-messages.accounts", 1),
            context -> {
              context.registerBean(WeCom.class, () -> phones);
              context.registerBean(JourneyMessages.class, () -> announcements -> {});
            },
            "tasks");
    messages = rooms.get(AppMessages.class);
    phones.clock = rooms.clock();
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private void until(Duration sinceStart) {
    var end = TestRooms.START.plus(sinceStart);
    for (var due = due(end); due != null; due = due(end)) {
      to(due);
      messages.runDue(rooms.clock().instant());
    }
    to(end);
  }

  private @Nullable Instant due(Instant end) {
    return messages.nextDue().filter(at -> !at.isAfter(end)).orElse(null);
  }

  private void to(Instant moment) {
    if (moment.isAfter(rooms.clock().instant())) {
      rooms.pass(Duration.between(rooms.clock().instant(), moment));
    }
  }

  private Map<String, Long> states() {
    var states = new HashMap<String, Long>();
    rooms
        .jdbc()
        .sql("SELECT state, count(*) AS n FROM app_message GROUP BY state")
        .query(
            row -> {
              states.put(row.getString("state"), row.getLong("n"));
            });
    return states;
  }

  @Test
  void shouldSayTwoThingsInOneMessageAndEachOnce() {
    // when
    messages.tell("a", "li.na", "新任务：回访");
    messages.tell("b", "li.na", "新任务：邀请");
    messages.tell("a", "li.na", "新任务：回访");
    until(Duration.ofHours(1));
    // then
    assertThat(phones.told)
        .containsExactly(
            new FakeStaffPhones.Told(
                "li.na",
                "您有 2 条提醒：\n1. 新任务：回访\n2. 新任务：邀请",
                TestRooms.START.plus(Duration.ofMinutes(1))));
    assertThat(messages.nextDue()).isEmpty();
  }

  @Test
  void shouldNeverExceedTheMinuteAndLoseNothing() {
    // given: long texts that do not fit together
    var text = "很长的提醒".repeat(120);
    for (int n = 0; n < 40; n++) {
      messages.tell("n" + n, "li.na", n + text);
    }
    // when
    until(Duration.ofHours(1));
    // then
    assertThat(phones.told).hasSize(40).doesNotHaveDuplicates();
    for (var one : phones.told) {
      var minute =
          phones.told.stream()
              .filter(other -> !other.at().isBefore(one.at()))
              .filter(other -> other.at().isBefore(one.at().plus(Duration.ofMinutes(1))));
      assertThat(minute).as("in the minute after %s", one.at()).hasSizeLessThanOrEqualTo(10);
    }
    assertThat(states()).isEqualTo(Map.of("SENT", 40L));
  }

  @Test
  void shouldKeepTheDaysQuotaOfTheAppOverARestart() {
    // given: one account, so 200 person-times a day for everybody together
    for (int n = 0; n < 205; n++) {
      messages.tell("n" + n, "staff-" + n, "新任务");
    }
    // when
    until(Duration.ofHours(1));
    int today = phones.told.size();
    var zone = ZoneId.of("Asia/Shanghai");
    var settings = rooms.get(AppMessageSettings.class);
    var restarted =
        new AppMessageQuota(
            rooms.get(DataSource.class),
            rooms.clock(),
            settings,
            rooms.get(AppMessageTable.class),
            rooms.get(StaffCardTable.class),
            zone);
    var refused = restarted.take("staff-300");
    until(Duration.ofHours(24));
    // then
    assertThat(today).isEqualTo(200);
    assertThat(refused).isPresent();
    assertThat(phones.told).hasSize(205);
    assertThat(phones.told.getLast().at())
        .as("tomorrow at work")
        .isAfterOrEqualTo(Instant.parse("2026-12-02T01:00:00Z"));
  }

  @Test
  void shouldWaitForTheMorning() {
    // given: 22:00 in Shanghai
    rooms.pass(Duration.ofHours(12));
    // when
    messages.tell("a", "li.na", "新任务");
    // then
    assertThat(messages.nextDue()).contains(Instant.parse("2026-12-02T01:00:00Z"));
  }

  @Test
  void shouldNeverRepeatACallWithoutAnswer() {
    // given
    phones.answers.add(new CallResult.Unknown<>("SIYU-3202", "no answer"));
    messages.tell("a", "li.na", "新任务");
    // when
    until(Duration.ofDays(2));
    // then
    assertThat(phones.told).hasSize(1);
    assertThat(states()).isEqualTo(Map.of("UNKNOWN", 1L));
  }

  @Test
  void shouldSendLaterWhatWeComWasTooBusyFor() {
    // given
    phones.answers.add(new CallResult.Retryable<>("45009", "often", Duration.ofMinutes(1)));
    messages.tell("a", "li.na", "新任务");
    // when
    until(Duration.ofHours(1));
    // then
    assertThat(phones.told).hasSize(2);
    assertThat(states()).isEqualTo(Map.of("SENT", 1L));
  }

  @Test
  void shouldNotSendAgainWhatWasUnderWayWhenTheProcessDied() {
    // given
    messages.tell("a", "li.na", "新任务");
    phones.crash = new IllegalStateException("killed");
    to(TestRooms.START.plus(Duration.ofMinutes(1)));
    assertThatThrownBy(() -> messages.runDue(rooms.clock().instant())).hasMessage("killed");
    phones.crash = null;
    // when
    until(Duration.ofHours(1));
    // then
    assertThat(phones.told).hasSize(1);
    assertThat(states()).isEqualTo(Map.of("UNKNOWN", 1L));
  }

  @Test
  void shouldRefuseASettingBeyondWeComsLimit() {
    assertThatThrownBy(
            () ->
                TestRooms.open(
                    Map.of("siyu.app-messages.most-bytes", 4096), context -> {}, "tasks"))
        .rootCause()
        .hasMessage("siyu.app-messages.most-bytes: 4096 (expected: 200 to 2048)");
  }
}
