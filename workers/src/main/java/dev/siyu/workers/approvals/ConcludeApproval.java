package dev.siyu.workers.approvals;

import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.approvals.ApprovalSteps;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends a request; who asked is told in the same transaction. */
@Component
@JourneyStep(
    name = "结束审批",
    nameEn = "Conclude approval",
    help = "记录结果并通知申请方；已撤回的不再改变",
    color = "#7a4fb5")
final class ConcludeApproval implements JobWork<ConcludeApproval.Input> {

  record Input(
      String approvalId,
      @Nullable List<@Nullable Signed> signatures,
      @Header(
              label = "结果",
              labelEn = "Ending",
              choices = {"APPROVED", "APPROVED_BY_RULE", "REJECTED", "EXPIRED"})
          Ending ending) {}

  private final ApprovalSteps approvals;

  ConcludeApproval(ApprovalSteps approvals) {
    this.approvals = approvals;
  }

  @Override
  public String type() {
    return JobTypes.CONCLUDE_APPROVAL;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    approvals.conclude(in.approvalId(), in.ending(), Signed.given(in.signatures()));
    return JobOutcome.done();
  }
}
