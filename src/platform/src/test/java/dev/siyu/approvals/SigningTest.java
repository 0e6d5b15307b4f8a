package dev.siyu.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.approvals.ApprovalInbox.Answer;
import dev.siyu.approvals.ApprovalInbox.Box;
import dev.siyu.approvals.ApprovalInbox.SaidState;
import dev.siyu.approvals.ApprovalSteps.Opened;
import dev.siyu.approvals.ApprovalSteps.Progress;
import dev.siyu.approvals.ApprovalSteps.Signature;
import dev.siyu.engine.UserTasks.Completion;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningTest {

  private static final long LARGE = 10_000_000;
  private ApprovalRig rig;

  @BeforeEach
  void open() {
    rig = new ApprovalRig();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void shouldLetTheSystemDecideWithinItsLimits() {
    // given
    var id = rig.ask(ApprovalKind.ATTRIBUTION, "ops", 99_999);

    // when
    var checked = rig.get(ApprovalSteps.class).check(id);
    rig.get(ApprovalSteps.class).conclude(id, Ending.APPROVED_BY_RULE, List.of());

    // then
    assertThat(checked.byRule()).isTrue();
    assertThat(rig.ended)
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.deciders()).isEmpty();
              assertThat(end.reason()).contains("1000");
            });
  }

  @Test
  void shouldHaveAllDepartmentsSignAndThenTheBoss() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);
    rig.task(7, id, "dept:电商部");
    rig.task(8, id, "dept:门店");
    assertThat(rig.cards.faces.values())
        .hasSize(2)
        .allMatch(card -> card.link().endsWith("%2Fa%2F" + id));

    // when
    rig.decide(id, 7, Answer.APPROVE, "ecom");
    rig.decide(id, 8, Answer.APPROVE, "store");
    var first = List.of(signed("dept:电商部", 1), signed("dept:门店", 2));
    var second = rig.next(id, new Progress(0, first, false, false));

    // then
    assertThat(second)
        .isInstanceOfSatisfying(
            Opened.Signers.class,
            signers -> assertThat(signers.groups()).containsExactly("role:BOSS"));
    rig.task(9, id, "role:BOSS");
    rig.decide(id, 9, Answer.APPROVE, "boss");
    var boss = List.of(signed("role:BOSS", 3));
    assertThat(rig.next(id, new Progress(1, boss, false, false))).isInstanceOf(Opened.Enough.class);
    rig.get(ApprovalSteps.class).conclude(id, Ending.APPROVED, boss);
    rig.get(ApprovalSteps.class).conclude(id, Ending.APPROVED, boss);
    assertThat(rig.ended)
        .singleElement()
        .satisfies(end -> assertThat(end.deciders()).containsExactly("ecom", "store", "boss"));
  }

  @Test
  void shouldNotAskAgainWhoSignedBeforeSomethingWasSupplied() {
    // given
    var id = rig.open(ApprovalKind.ATTRIBUTION, "ops", LARGE);

    // when
    var again =
        rig.next(
            id,
            new Progress(
                0,
                List.of(signed("dept:电商部", 1), new Signature("dept:门店", "ASK_BACK", 2)),
                false,
                false));

    // then
    assertThat(again)
        .isInstanceOfSatisfying(
            Opened.Signers.class,
            signers -> assertThat(signers.groups()).containsExactly("dept:门店"));
  }

  @Test
  void shouldGoToTheBossAfterTheDeadlineAndThenToNobody() {
    // given
    var id = rig.open(ApprovalKind.PRODUCT, "ops", 0);

    // then
    assertThat(rig.next(id, new Progress(0, List.of(), true, false)))
        .isInstanceOfSatisfying(
            Opened.Signers.class,
            signers -> assertThat(signers.groups()).containsExactly("role:BOSS"));
    assertThat(rig.next(id, new Progress(1, List.of(), true, false)))
        .isInstanceOf(Opened.Nobody.class);
  }

  @Test
  void shouldHaveTheBossSignWhereOnlyTheRequesterCould() {
    // given
    var id = rig.open(ApprovalKind.PRODUCT, "ecom", 0);

    // then
    assertThat(rig.get(LevelTable.class).of(AskedRequest.number(id)).getFirst().groups())
        .containsExactly("role:BOSS");
  }

  @Test
  void shouldTakeADecisionToTheEngineOnceItIsBack() {
    // given
    var id = rig.open(ApprovalKind.PRODUCT, "ops", 0);
    rig.task(7, id, "dept:电商部");
    rig.answer = Completion.LATER;
    rig.decide(id, 7, Answer.APPROVE, "ecom");
    deliver();
    assertThat(state()).isEqualTo(SaidState.STORED);

    // when
    rig.answer = Completion.DONE;
    rig.rooms.pass(java.time.Duration.ofMinutes(1));
    deliver();
    deliver();

    // then
    assertThat(state()).isEqualTo(SaidState.EFFECTIVE);
    assertThat(rig.completed).containsExactly("7 decision:1 APPROVE", "7 decision:1 APPROVE");
  }

  @Test
  void shouldKnowItsOwnCompletionAgain() {
    // given
    var id = rig.open(ApprovalKind.PRODUCT, "ops", 0);
    rig.task(7, id, "dept:电商部");
    rig.decide(id, 7, Answer.APPROVE, "ecom");

    // when
    rig.answer = Completion.NOT_OPEN;
    rig.task(7, id, "dept:电商部", "COMPLETED", "decision:1");
    deliver();

    // then
    assertThat(state()).isEqualTo(SaidState.EFFECTIVE);
  }

  @Test
  void shouldSayWhenADecisionCameTooLate() {
    // given
    var id = rig.open(ApprovalKind.PRODUCT, "ops", 0);
    rig.task(7, id, "dept:电商部");
    rig.decide(id, 7, Answer.APPROVE, "ecom");

    // when
    rig.answer = Completion.NOT_OPEN;
    rig.task(7, id, "dept:电商部", "CANCELED", null);
    deliver();

    // then
    assertThat(state()).isEqualTo(SaidState.TOO_LATE);
  }

  @Test
  void shouldShowEachWhatIsTheirs() {
    // given
    var id = rig.open(ApprovalKind.PRODUCT, "ops", 0);
    rig.task(7, id, "dept:电商部");
    var inbox = rig.get(ApprovalInbox.class);

    // then
    assertThat(inbox.list(Box.MINE, "ecom", 10)).hasSize(1);
    assertThat(inbox.waiting("ecom")).isEqualTo(1);
    assertThat(inbox.list(Box.MINE, "store", 10)).isEmpty();
    assertThat(inbox.list(Box.ASKED, "ops", 10)).hasSize(1);
    assertThat(inbox.list(Box.TEAM, "boss", 10)).hasSize(1);
    assertThat(inbox.find(id, "ecom").orElseThrow().todo()).hasSize(1);
    assertThat(inbox.find(id, "ops").orElseThrow().todo()).isEmpty();
    rig.person("hr", "人事部", "MANAGER", null);
    assertThat(inbox.find(id, "hr")).as("another department's").isEmpty();
    assertThat(inbox.comment(id, "请看附件", "ecom")).isTrue();
    assertThat(inbox.comment(id, "路过", "hr")).isFalse();
    assertThat(inbox.claim(id, 7, "ecom")).isTrue();
    assertThat(inbox.claim(id, 7, "hr")).isFalse();
    assertThat(inbox.withdraw(id, "不要了", "ecom")).isFalse();
    assertThat(inbox.withdraw(id, "不要了", "ops")).isTrue();
  }

  private void deliver() {
    rig.get(DecisionDelivery.class).runDue(rig.rooms.clock().instant());
  }

  private SaidState state() {
    return rig.get(DecisionTable.class).ofTask(7).orElseThrow().said().state();
  }

  private static Signature signed(String group, long decision) {
    return new Signature(group, "APPROVE", decision);
  }
}
