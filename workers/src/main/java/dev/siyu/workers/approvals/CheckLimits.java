package dev.siyu.workers.approvals;

import dev.siyu.approvals.ApprovalSteps;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the limits (权限表) who decides. */
@Component
@JourneyStep(
    name = "核对权限",
    nameEn = "Check limits",
    help = "按权限表判断由谁决定并定下签批顺序；给出 byRule（系统可直接决定）",
    color = "#7a4fb5")
final class CheckLimits implements JobWork<CheckLimits.Input> {

  record Input(String approvalId) {}

  private final ApprovalSteps approvals;

  CheckLimits(ApprovalSteps approvals) {
    this.approvals = approvals;
  }

  @Override
  public String type() {
    return JobTypes.CHECK_LIMITS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    return new JobOutcome.Done(Map.of("byRule", approvals.check(in.approvalId()).byRule()));
  }
}
