package dev.siyu.workers.approvals;

import dev.siyu.approvals.ApprovalSteps;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import org.springframework.stereotype.Component;

/** Reminds those who have not signed. */
@Component
@JourneyStep(
    name = "催办审批",
    nameEn = "Remind approvers",
    help = "提醒本级尚未签批的人（企业微信）",
    color = "#7a4fb5")
final class RemindApprovers implements JobWork<RemindApprovers.Input> {

  record Input(String approvalId, int level) {}

  private final ApprovalSteps approvals;

  RemindApprovers(ApprovalSteps approvals) {
    this.approvals = approvals;
  }

  @Override
  public String type() {
    return JobTypes.REMIND_APPROVERS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    approvals.remind(in.approvalId(), in.level());
    return JobOutcome.done();
  }
}
