package dev.siyu.workers.disputes;

import dev.siyu.disputes.DisputeWork;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has those decide who may. */
@Component
@JourneyStep(
    name = "提请裁定",
    nameEn = "Ask for a ruling",
    help = "按权限表请有权的人裁定；给出 nextAt（提请时刻），随后等待消息 dispute-decided",
    color = "#a3542b")
final class AskDisputeRuling implements JobWork<AskDisputeRuling.Input> {

  record Input(String disputeKey) {}

  private final DisputeWork steps;

  AskDisputeRuling(DisputeWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.ASK_DISPUTE_RULING;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    steps.askRuling(in.disputeKey(), job.now());
    return new JobOutcome.Done(Map.of("nextAt", job.now().toString()));
  }
}
