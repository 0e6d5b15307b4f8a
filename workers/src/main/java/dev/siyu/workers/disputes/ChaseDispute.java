package dev.siyu.workers.disputes;

import dev.siyu.disputes.DisputeWork;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reminds, tells the boss, gives up: in turn. */
@Component
@JourneyStep(
    name = "催办或上报争议",
    nameEn = "Chase dispute",
    help = "先催办，过期上报一把手，再过期不再等；给出 nextAt、givenUp",
    color = "#a3542b")
final class ChaseDispute implements JobWork<ChaseDispute.Input> {

  record Input(String disputeKey) {}

  private final DisputeWork steps;

  ChaseDispute(DisputeWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.CHASE_DISPUTE;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var chased = steps.chase(in.disputeKey(), job.now());
    return new JobOutcome.Done(
        Map.of("nextAt", chased.nextAt().toString(), "givenUp", chased.givenUp()));
  }
}
