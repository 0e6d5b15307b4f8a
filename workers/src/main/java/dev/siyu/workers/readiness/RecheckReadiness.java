package dev.siyu.workers.readiness;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.readiness.ReadinessWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens the next version of the assessment. */
@Component
@JourneyStep(
    name = "发起复评",
    nameEn = "Re-check readiness",
    help = "沿用上一版的答案开下一版；给出 nextVersion",
    color = "#5b5fc7")
final class RecheckReadiness implements JobWork<RecheckReadiness.Input> {

  record Input(String readinessKey) {}

  private final ReadinessWork steps;

  RecheckReadiness(ReadinessWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.RECHECK_READINESS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    int version = steps.recheck(in.readinessKey(), job.now());
    return new JobOutcome.Done(Map.of("nextVersion", version));
  }
}
