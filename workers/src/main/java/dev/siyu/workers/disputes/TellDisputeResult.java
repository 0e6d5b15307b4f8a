package dev.siyu.workers.disputes;

import dev.siyu.disputes.DisputeWork;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import org.springframework.stereotype.Component;

/** Tells all parties how it ended. */
@Component
@JourneyStep(
    name = "告知争议结果",
    nameEn = "Tell dispute result",
    help = "把结果告诉各部门负责人",
    color = "#a3542b")
final class TellDisputeResult implements JobWork<TellDisputeResult.Input> {

  record Input(String disputeKey) {}

  private final DisputeWork steps;

  TellDisputeResult(DisputeWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.TELL_DISPUTE_RESULT;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    steps.tell(in.disputeKey(), job.now());
    return JobOutcome.done();
  }
}
