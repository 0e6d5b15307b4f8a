package dev.siyu.workers.disputes;

import dev.siyu.disputes.DisputeWork;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import org.springframework.stereotype.Component;

/** Ends what nobody decided. */
@Component
@JourneyStep(
    name = "按无人裁定结束",
    nameEn = "Close dispute",
    help = "没有人裁定时结束争议，维持原归属",
    color = "#a3542b")
final class CloseDispute implements JobWork<CloseDispute.Input> {

  record Input(String disputeKey) {}

  private final DisputeWork steps;

  CloseDispute(DisputeWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.CLOSE_DISPUTE;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    steps.close(in.disputeKey(), job.now());
    return JobOutcome.done();
  }
}
