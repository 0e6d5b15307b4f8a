package dev.siyu.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.approvals.ApprovalInbox.Answer;
import dev.siyu.approvals.ApprovalSteps.Progress;
import dev.siyu.approvals.ApprovalSteps.Signature;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignersToldTest {

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
  void shouldTellWhoApprovedAndNobodyElse() {
    // given
    var id = rig.open(ApprovalKind.LAUNCH, "ops", 10_000_000);
    rig.task(7, id, "dept:电商部");
    rig.decide(id, 7, Answer.APPROVE, "ecom");
    var signed = List.of(new Signature("dept:电商部", "APPROVE", 1));
    rig.next(id, new Progress(0, signed, false, false));
    rig.get(ApprovalSteps.class).conclude(id, Ending.APPROVED, signed);

    // when
    rig.get(ApprovalSteps.class).tellSigners(id, "删除好友率变差，已停止扩大");

    // then
    assertThat(rig.told)
        .singleElement()
        .asString()
        .startsWith("li.qiang ")
        .contains(id)
        .endsWith("删除好友率变差，已停止扩大");
  }

  @Test
  void shouldTellNobodyWhereTheSystemDecided() {
    // given
    var id = rig.ask(ApprovalKind.ATTRIBUTION, "ops", 99_999);
    rig.get(ApprovalSteps.class).check(id);
    rig.get(ApprovalSteps.class).conclude(id, Ending.APPROVED_BY_RULE, List.of());

    // when
    rig.get(ApprovalSteps.class).tellSigners(id, "已停止");

    // then
    assertThat(rig.told).isEmpty();
  }
}
