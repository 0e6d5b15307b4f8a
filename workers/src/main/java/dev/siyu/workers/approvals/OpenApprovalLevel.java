package dev.siyu.workers.approvals;

import dev.siyu.approvals.ApprovalSteps;
import dev.siyu.approvals.ApprovalSteps.Opened;
import dev.siyu.approvals.ApprovalSteps.Progress;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the level that signs next, or says that all have signed or nobody is left. */
@Component
@JourneyStep(
    name = "打开审批级",
    nameEn = "Open approval level",
    help = "按签批顺序打开下一级；结果见 outcome：OPEN、ENOUGH、NOBODY，签批人 signers，时间 remindAt、dueAt、answerBy",
    color = "#7a4fb5")
final class OpenApprovalLevel implements JobWork<OpenApprovalLevel.Input> {

  record Input(
      String approvalId,
      @Nullable Integer level,
      @Nullable List<@Nullable Signed> signatures,
      @Nullable Boolean late,
      @Nullable Boolean unanswered) {

    Progress progress() {
      return new Progress(
          level,
          Signed.given(signatures),
          Boolean.TRUE.equals(late),
          Boolean.TRUE.equals(unanswered));
    }
  }

  private final ApprovalSteps approvals;

  OpenApprovalLevel(ApprovalSteps approvals) {
    this.approvals = approvals;
  }

  @Override
  public String type() {
    return JobTypes.OPEN_APPROVAL_LEVEL;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    return switch (approvals.open(in.approvalId(), in.progress())) {
      case Opened.Signers signers -> new JobOutcome.Done(variables(signers));
      case Opened.Enough enough -> new JobOutcome.Done(Map.of("outcome", "ENOUGH"));
      case Opened.Nobody nobody -> new JobOutcome.Done(Map.of("outcome", "NOBODY"));
    };
  }

  private static Map<String, Object> variables(Opened.Signers signers) {
    var variables = new HashMap<String, Object>();
    variables.put("outcome", "OPEN");
    variables.put("level", signers.level());
    variables.put("signers", signers.groups());
    variables.put("remindAt", signers.remindAt().toString());
    variables.put("dueAt", signers.dueAt().toString());
    variables.put("answerBy", signers.answerBy().toString());
    variables.put("signatures", List.of());
    variables.put("late", false);
    return variables;
  }
}
