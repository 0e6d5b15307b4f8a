package dev.siyu.workers.approvals;

import dev.siyu.approvals.ApprovalSteps;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import org.springframework.stereotype.Component;

/** Tells those who approved it what came of it. */
@Component
@JourneyStep(
    name = "告知签批的人",
    nameEn = "Tell signers",
    help = "把结果告诉批准它的人（企业微信应用消息）",
    color = "#7a4fb5")
final class TellSigners implements JobWork<TellSigners.Input> {

  record Input(String approvalId, String said) {}

  private final ApprovalSteps approvals;

  TellSigners(ApprovalSteps approvals) {
    this.approvals = approvals;
  }

  @Override
  public String type() {
    return JobTypes.TELL_SIGNERS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    approvals.tellSigners(in.approvalId(), in.said());
    return JobOutcome.done();
  }
}
