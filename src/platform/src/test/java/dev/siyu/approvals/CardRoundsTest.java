package dev.siyu.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.approvals.ApprovalInbox.Answer;
import dev.siyu.approvals.ApprovalSteps.Progress;
import dev.siyu.approvals.ApprovalSteps.Signature;
import dev.siyu.engine.UserTasks;
import dev.siyu.wecom.StaffCards.Button;
import dev.siyu.wecom.WeComEvent;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards over several rounds of one request, and decisions that turn out to have no effect. */
class CardRoundsTest {

  private static final String ECOM = "li.qiang";
  private static final String STORE = "zhou.min";

  private final ApprovalRig rig = new ApprovalRig();
  private String id = "";

  @BeforeEach
  void open() {
    id = rig.open(ApprovalKind.ATTRIBUTION, "ops", 10_000_000);
    rig.task(7, id, "dept:电商部");
    rig.task(8, id, "dept:门店");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  /** The e-commerce manager asks back, the requester supplies, the level opens again. */
  private void askedBack() {
    rig.decide(id, 7, Answer.ASK_BACK, "ecom");
    rig.task(7, id, "dept:电商部", "COMPLETED", "decision:1");
    rig.next(id, new Progress(0, List.of(new Signature("dept:电商部", "ASK_BACK", 1)), false, false));
  }

  @Test
  void shouldStillAskAndRemindWhoAskedBackAfterAColleagueAgreed() {
    // given
    askedBack();
    rig.task(9, id, "dept:电商部");
    rig.task(10, id, "dept:门店");

    // when the other department agrees
    rig.decide(id, 10, Answer.APPROVE, "store");

    // then
    assertThat(rig.cards.of(ECOM).replaced()).as("has still to sign").isEmpty();
    assertThat(rig.cards.of(STORE).replaced()).isEqualTo("已由 store 同意");

    // when
    int before = rig.cards.all(ECOM).size();
    rig.get(ApprovalSteps.class).remind(id, 0);

    // then
    assertThat(rig.cards.all(ECOM)).hasSize(before + 1);
    assertThat(rig.cards.of(ECOM).words()).startsWith("提醒");
  }

  @Test
  void shouldNotAnswerForARoundBeforeWhileTheEngineHasNotReportedTheNewTask() {
    // given
    askedBack();

    // when
    press(ECOM, "approve");

    // then
    assertThat(rig.cards.of(ECOM).words()).contains("正在生成");
    assertThat(rig.refusals()).as("nothing was tried twice").isEmpty();

    // when
    rig.task(9, id, "dept:电商部");
    press(ECOM, "approve");

    // then
    assertThat(rig.cards.of(ECOM).buttons()).extracting(Button::key).contains("confirm");
  }

  @Test
  void shouldTakeAReminderAsPartOfItsRound() {
    // given
    rig.get(ApprovalSteps.class).remind(id, 0);
    rig.decide(id, 7, Answer.APPROVE, "ecom");

    // when
    press(ECOM, "approve");

    // then
    assertThat(rig.refusals()).containsExactly("ecom REPLAY");
  }

  @Test
  void shouldSayOnTheCardThatADecisionCameTooLate() {
    // given
    rig.person("ecom2", "电商部", "MANAGER", "chen.yi");
    rig.get(ApprovalSteps.class).remind(id, 0);
    press(ECOM, "approve");
    press(ECOM, "confirm");
    assertThat(rig.cards.of(ECOM).replaced()).startsWith("您已同意");
    assertThat(rig.cards.of("chen.yi").replaced()).isEqualTo("已由 ecom 同意");

    // when the engine had ended the task by its deadline
    rig.answer = UserTasks.Completion.NOT_OPEN;
    rig.task(7, id, "dept:电商部", "CANCELED", null);
    deliver();

    // then
    assertThat(rig.cards.of(ECOM).replaced()).isEqualTo("太晚，没有生效");
    assertThat(rig.cards.of(ECOM).words()).contains("没有生效", "下一级");
    assertThat(rig.cards.of("chen.yi").replaced()).as("nobody decided").isEqualTo("已转下一级");

    // when
    press(ECOM, "approve");

    // then
    assertThat(rig.cards.of(ECOM).replaced()).as("never again: 您已同意").doesNotContain("您已同意");
  }

  @Test
  void shouldSayThatTheLevelAsksAgainWhenAColleagueAskedBackFirst() {
    // given
    rig.person("ecom2", "电商部", "MANAGER", "chen.yi");
    rig.get(ApprovalSteps.class).remind(id, 0);
    rig.decide(id, 8, Answer.ASK_BACK, "store");
    deliver();

    // when
    press(ECOM, "approve");
    press(ECOM, "confirm");
    comesTooLate(7);

    // then
    assertThat(rig.cards.of(ECOM).replaced()).isEqualTo("太晚，没有生效");
    assertThat(rig.cards.of(ECOM).words())
        .contains("没有生效：本级有人退回补充，补充后会再请您决定")
        .doesNotContain("下一级");
    assertThat(rig.cards.of("chen.yi").replaced()).as("left alone").isEqualTo("已由 ecom 同意");
  }

  @Test
  void shouldLeaveTheCardsOfARoundBeforeAsTheyAre() {
    // given
    askedBack();
    rig.task(9, id, "dept:电商部");
    var first = rig.cards.all(ECOM).getFirst();
    assertThat(first.replaced()).isEqualTo("已由 ecom 退回补充");

    // when
    rig.decide(id, 9, Answer.APPROVE, "ecom");
    comesTooLate(9);

    // then
    assertThat(rig.cards.of(ECOM).words()).contains("没有生效", "下一级");
    assertThat(rig.cards.all(ECOM).getFirst()).isEqualTo(first);
  }

  @Test
  void shouldSayHowItEndedWhenTheDecisionCameTooLateForIt() {
    // given
    press(ECOM, "approve");
    press(ECOM, "confirm");
    rig.answer = UserTasks.Completion.NOT_OPEN;
    rig.task(7, id, "dept:电商部", "CANCELED", null);

    // when
    rig.get(ApprovalSteps.class).conclude(id, Ending.EXPIRED, List.of());
    deliver();

    // then
    assertThat(rig.cards.of(ECOM).words()).contains("没有生效：过期未决");
    assertThat(rig.cards.of(STORE).replaced()).isEqualTo("过期未决");
  }

  @Test
  void shouldHoldTheRequestBeforeItsCardsWhenTwoPressAtOnce() throws Exception {
    // given: both presses wait for the request, the deciding one first
    rig.person("ecom2", "电商部", "MANAGER", "chen.yi");
    rig.get(ApprovalSteps.class).remind(id, 0);
    rig.cards.locks = rig.rooms.jdbc();
    press(ECOM, "approve");
    var mine = rig.cards.of(ECOM).taskId();
    var theirs = rig.cards.of("chen.yi").taskId();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var both =
          rig.rooms
              .database()
              .transactions()
              .execute(
                  status -> {
                    rig.get(RequestTable.class).hold(AskedRequest.number(id));
                    var first = threads.submit(() -> pressed(ECOM, mine, "confirm"));
                    waiting(1);
                    var second = threads.submit(() -> pressed("chen.yi", theirs, "approve"));
                    waiting(2);
                    return List.of(first, second);
                  });

      // when, then: none of them is the victim of a deadlock
      for (var one : Objects.requireNonNull(both)) {
        assertThat(one.get()).isTrue();
      }
    }
    assertThat(rig.cards.of(ECOM).replaced()).startsWith("您已同意");
    assertThat(rig.refusals()).containsExactly("ecom2 REPLAY");
  }

  /** Database sessions are waited for: they are other processes. */
  private void waiting(int sessions) {
    await()
        .until(
            () ->
                rig.rooms
                        .jdbc()
                        .sql(
                            """
                            SELECT count(*) FROM pg_stat_activity
                            WHERE wait_event_type = 'Lock' AND datname = current_database()
                            """)
                        .query(Integer.class)
                        .single()
                    >= sessions);
  }

  private boolean pressed(String staff, String task, String key) {
    rig.rooms.database().transactions().executeWithoutResult(status -> press(staff, task, key));
    return true;
  }

  private void press(String staff, String key) {
    press(staff, rig.cards.of(staff).taskId(), key);
  }

  private void press(String staff, String task, String key) {
    rig.rooms.publish(
        new WeComEvent.CardPressed(staff, task, key, "RC", rig.rooms.clock().instant()));
  }

  /** The engine had ended the task before the decision reached it. */
  private void comesTooLate(long task) {
    rig.answer = UserTasks.Completion.NOT_OPEN;
    rig.task(task, id, "dept:电商部", "CANCELED", null);
    deliver();
  }

  private void deliver() {
    var now = rig.rooms.clock().instant();
    rig.rooms.works().stream()
        .filter(work -> work.name().equals("approval-decisions"))
        .forEach(work -> work.runDue(now));
  }
}
