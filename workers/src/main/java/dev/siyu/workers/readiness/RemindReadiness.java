package dev.siyu.workers.readiness;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.readiness.ReadinessWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reminds those who have not filled their part in, at most twice. */
@Component
@JourneyStep(
    name = "催填写",
    nameEn = "Remind of readiness",
    help = "提醒填写人；给出 givenUp（已催过两次）",
    color = "#5b5fc7")
final class RemindReadiness implements JobWork<RemindReadiness.Input> {

  private static final int PATIENCE = 2;

  record Input(String readinessKey) {}

  private final ReadinessWork steps;

  RemindReadiness(ReadinessWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.REMIND_READINESS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    int times = steps.remind(in.readinessKey(), job.now());
    return new JobOutcome.Done(Map.of("givenUp", times > PATIENCE));
  }
}
