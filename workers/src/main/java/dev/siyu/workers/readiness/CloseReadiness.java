package dev.siyu.workers.readiness;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.readiness.ReadinessWork;
import dev.siyu.readiness.State;
import org.springframework.stereotype.Component;

/** Ends an assessment nobody filled in or signed. */
@Component
@JourneyStep(
    name = "结束评估",
    nameEn = "Close readiness check",
    help = "没有填完或没有签批时结束评估",
    color = "#5b5fc7")
final class CloseReadiness implements JobWork<CloseReadiness.Input> {

  record Input(
      String readinessKey,
      @Header(
              label = "为什么结束",
              labelEn = "Why it ends",
              choices = {"NOT_FILLED", "EXPIRED"})
          State how) {}

  private final ReadinessWork steps;

  CloseReadiness(ReadinessWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.CLOSE_READINESS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    steps.close(in.readinessKey(), in.how(), job.now());
    return JobOutcome.done();
  }
}
