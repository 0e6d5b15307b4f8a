package dev.siyu.workers.disputes;

import dev.siyu.disputes.DisputeWork;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the other departments concerned. */
@Component
@JourneyStep(
    name = "请各部门答复",
    nameEn = "Ask dispute parties",
    help = "通知有关部门答复争议；给出 nextAt（下次催办时间），随后等待消息 dispute-answered",
    color = "#a3542b")
final class AskDisputeParties implements JobWork<AskDisputeParties.Input> {

  record Input(String disputeKey) {}

  private final DisputeWork steps;

  AskDisputeParties(DisputeWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.ASK_DISPUTE_PARTIES;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var nextAt = steps.ask(in.disputeKey(), job.now());
    return new JobOutcome.Done(Map.of("nextAt", nextAt.toString()));
  }
}
