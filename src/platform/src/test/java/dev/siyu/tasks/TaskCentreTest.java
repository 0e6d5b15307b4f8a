package dev.siyu.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.tasks.StaffTasks.Act;
import dev.siyu.tasks.StaffTasks.Actor;
import dev.siyu.tasks.StaffTasks.Answer;
import dev.siyu.tasks.StaffTasks.NewTask;
import dev.siyu.wecom.WeCom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskCentreTest {

  private static final Actor LI_NA = new Actor("staff", "li.na");
  private static final Actor WANG_FANG = new Actor("fang", "wang.fang");
  private static final Actor MANAGER = new Actor("manager", null);

  private final List<Announcement> announced = new ArrayList<>();
  private TestRooms rooms;
  private StaffTasks tasks;
  private StaffTaskClock clock;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of("siyu.team.default-lead", "chen.jing"),
            context -> {
              context.registerBean(WeCom.class, FakeStaffPhones::new);
              context.registerBean(JourneyMessages.class, () -> announced::addAll);
            },
            "tasks");
    tasks = rooms.get(StaffTasks.class);
    clock = rooms.get(StaffTaskClock.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private long invite() {
    return tasks.open(
        new NewTask(
            "C1/core/task_Invite/e1",
            "li.na",
            "C1",
            "core",
            "task_Invite",
            "邀请核心用户",
            "请私聊邀请",
            TestRooms.START.plus(Duration.ofDays(2)),
            true));
  }

  private void until(Duration sinceStart) {
    var end = TestRooms.START.plus(sinceStart);
    for (var due = due(end); due != null; due = due(end)) {
      to(due);
      clock.runDue(due);
    }
    to(end);
  }

  private @Nullable Instant due(Instant end) {
    return clock.nextDue().filter(at -> !at.isAfter(end)).orElse(null);
  }

  private void to(Instant moment) {
    if (moment.isAfter(rooms.clock().instant())) {
      rooms.pass(Duration.between(rooms.clock().instant(), moment));
    }
  }

  private List<String> news() {
    return rooms
        .jdbc()
        .sql("SELECT staff_user_id || ' ' || text FROM app_message ORDER BY id")
        .query(String.class)
        .list();
  }

  private List<String> told() {
    return announced.stream()
        .map(a -> a.name() + " " + a.correlationKey() + " " + a.variables().get("taskOutcome"))
        .toList();
  }

  @Test
  void shouldOpenOnceAndTellTheJourneyOnceWhenDone() {
    // given
    long id = invite();
    long again = invite();
    // when
    var first = tasks.act(id, new Act.Finish("已邀请"), LI_NA);
    var second = tasks.act(id, new Act.Finish("已邀请"), LI_NA);
    until(Duration.ofDays(3));
    // then
    assertThat(again).isEqualTo(id);
    assertThat(first).isEqualTo(new Answer.Done());
    assertThat(second).isEqualTo(new Answer.TooLate(StaffTaskState.DONE));
    assertThat(told()).containsExactly("staff-task-ended " + id + " DONE");
    assertThat(news()).containsExactly("li.na 新任务：邀请核心用户，截止 12月3日 10:00");
  }

  @Test
  void shouldRemindThenExpireAndTellTheLead() {
    // given
    long id = invite();
    // when
    until(Duration.ofDays(2));
    var late = tasks.act(id, new Act.Finish("迟了"), LI_NA);
    // then
    assertThat(late).isEqualTo(new Answer.TooLate(StaffTaskState.EXPIRED));
    assertThat(told()).containsExactly("staff-task-ended " + id + " EXPIRED");
    assertThat(news())
        .containsExactly(
            "li.na 新任务：邀请核心用户，截止 12月3日 10:00",
            "li.na 任务即将到期：邀请核心用户，截止 12月3日 10:00",
            "chen.jing li.na 没有按时完成任务：邀请核心用户");
    assertThat(clock.nextDue()).isEmpty();
  }

  @Test
  void shouldComeBackWhenPostponed() {
    // given
    long id = invite();
    var tomorrow = TestRooms.START.plus(Duration.ofDays(1));
    // when
    var postponed = tasks.act(id, new Act.Postpone(tomorrow), LI_NA);
    var while_ = tasks.find(id).orElseThrow().state();
    until(Duration.ofDays(1));
    // then
    assertThat(postponed).isEqualTo(new Answer.Done());
    assertThat(while_).isEqualTo(StaffTaskState.POSTPONED);
    assertThat(tasks.find(id).orElseThrow().state()).isEqualTo(StaffTaskState.OPEN);
    assertThat(news().getLast()).contains("延后的任务到时间了");
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "-PT1H", "P2D", "P9D"})
  void shouldNotPostponeIntoThePastOrBeyondTheDeadline(Duration by) {
    // when
    var answer = tasks.act(invite(), new Act.Postpone(TestRooms.START.plus(by)), LI_NA);
    // then
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Wrong.class, wrong -> assertThat(wrong.what()).contains("expected: after"));
  }

  @Test
  void shouldGiveAColleagueATaskOfTheirOwnAndTellTheJourneyUnderTheFirstId() {
    // given
    long id = invite();
    // when
    var handed = tasks.act(id, new Act.HandOver("wang.fang", "休假"), LI_NA);
    var hers =
        rooms
            .jdbc()
            .sql("SELECT id FROM staff_task WHERE staff_user_id = 'wang.fang'")
            .query(Long.class)
            .single();
    var his = tasks.act(hers, new Act.Finish("不是我的"), LI_NA);
    tasks.act(hers, new Act.Finish("已邀请"), WANG_FANG);
    // then
    assertThat(handed).isEqualTo(new Answer.Done());
    assertThat(his).isEqualTo(new Answer.NotFound());
    assertThat(told()).containsExactly("staff-task-ended " + id + " DONE");
    assertThat(news().getLast()).isEqualTo("wang.fang li.na 转交给您：邀请核心用户，截止 12月3日 10:00");
  }

  @Test
  void shouldLetAManagerActForTheTeamAndNobodyForStrangers() {
    // given
    long id = invite();
    // when
    var stranger = tasks.act(id, new Act.Finish("x"), WANG_FANG);
    var manager = tasks.act(id, new Act.Finish("代办"), MANAGER);
    // then
    assertThat(stranger).isEqualTo(new Answer.NotFound());
    assertThat(manager).isEqualTo(new Answer.Done());
  }

  @Test
  void shouldNotEndTwiceWhenTheDeadlineAndThePersonAreAtTheSameTime() throws Exception {
    // given
    long id = invite();
    to(TestRooms.START.plus(Duration.ofDays(2)));
    // when
    var person = Thread.ofVirtual().start(() -> tasks.act(id, new Act.Finish("赶上了"), LI_NA));
    clock.runDue(rooms.clock().instant());
    person.join();
    // then
    assertThat(told()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN, POSTPONED, true",
    "OPEN, DONE, true",
    "POSTPONED, OPEN, true",
    "POSTPONED, EXPIRED, true",
    "DONE, OPEN, false",
    "HANDED_OVER, DONE, false",
    "EXPIRED, DONE, false"
  })
  void shouldMoveOnlyAlongTheStateMachine(StaffTaskState from, StaffTaskState to, boolean may) {
    assertThat(from.canBecome(to)).isEqualTo(may);
  }
}
